/** ENV, LABEL and COPY: values and paths that a reader of the Dockerfile would take apart. */

import { expand, prependPath } from '../../../src/spec/values.js';
import { base, type DefectCase } from './defect-case.js';

export const values: readonly DefectCase[] = [
  {
    defect: '`ENV A=x y"z`, or `ENV A="x y"z"`: the build ends, or sets something else',
    behaviour: 'a value with blanks and quotes in env reaches the container as it is',
    definition: { base, env: { A: 'x y"z', MSG: 'hello world', K: 'a b' } },
    dockerfile: `FROM ${base}\n\nENV A="x y\\"z" \\\n    MSG="hello world" \\\n    K="a b"`,
    shown: { script: 'echo "<$A><$MSG><$K>"', prints: '<x y"z><hello world><a b>\n' },
  },
  {
    defect: '`\\$PATH\\:/x`: every `$` is escaped, so that PATH cannot be extended',
    behaviour: 'PATH is extended, in front and behind',
    definition: { base, env: { PATH: prependPath('/first'), MANPATH: expand('$PATH:/last') } },
    dockerfile: `FROM ${base}\nENV PATH=/first:\${PATH}\nENV MANPATH=\${PATH}:/last`,
    shown: { script: 'echo "${PATH%%:*} ${MANPATH##*:}"', prints: '/first /last\n' },
  },
  {
    defect: '`ENV A=$PATH:/x`: every `$` is a variable, whether it was meant or not',
    behaviour: 'a dollar sign in env is one, unless it is asked to be a variable',
    definition: { base, env: { PRICE: '$PATH:/x' } },
    dockerfile: `FROM ${base}\nENV PRICE="\\$PATH:/x"`,
    shown: { script: 'echo "$PRICE"', prints: '$PATH:/x\n' },
  },
  {
    defect: '`LABEL k=a"b`, `LABEL k="a"b"`, `LABEL d=two words`',
    behaviour: 'a value with blanks and quotes in labels is the label of the image',
    definition: { base, labels: { k: 'a"b', d: 'two words' } },
    dockerfile: `FROM ${base}\n\nLABEL d="two words" \\\n    k="a\\"b"`,
    shown: { config: { Labels: { d: 'two words', k: 'a"b' } } },
  },
  {
    defect: '`COPY my file.txt /data/my file.txt`: three sources and a folder',
    behaviour: 'a path with blanks is copied, to a path with blanks',
    definition: { base, copy: { 'my file.txt': '/data/my file.txt' } },
    dockerfile: `FROM ${base}\n\nCOPY ["my file.txt", "/data/my file.txt"]`,
    shown: { script: 'cat "/data/my file.txt"', prints: 'The tide is high.\n' },
  },
  {
    defect: 'owner and mode of what is copied are asked for and left out, or there is one without the other',
    behaviour: 'what is copied has the owner and the mode that it was given',
    definition: { base, copy: [{ from: 'tide.sh', to: '/opt/tide', chown: '1000:2000', chmod: '750' }] },
    dockerfile: `FROM ${base}\n\nCOPY --chown=1000:2000 --chmod=750 tide.sh /opt/tide`,
    shown: { script: 'stat -c %u:%g:%a /opt/tide', prints: '1000:2000:750\n' },
  },
];

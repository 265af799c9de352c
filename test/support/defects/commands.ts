/** RUN, ENTRYPOINT and CMD: lists that are to be JSON, and scripts that are to reach the shell as they are. */

import { run } from '../../../src/spec/steps.js';
import { base, type DefectCase } from './defect-case.js';

const loop = 'for x in 1 2; do\n  echo "$x"\ndone > /loop';
const here = 'cat > /here <<END\nit is "$((1 + 1))"\nEND\necho next >> /here';
const heredoc = (script: string) => `RUN <<'EOF'\nset -e\n${script}\nEOF`;

export const commands: readonly DefectCase[] = [
  {
    defect: '`["sh", "-c", "echo "hi""]`: no JSON, so that the builder takes the whole for a line of a shell',
    behaviour: 'quotes in a list of words are escaped',
    definition: { base, cmd: ['sh', '-c', 'echo "hi"'] },
    dockerfile: `FROM ${base}\n\nCMD ["sh", "-c", "echo \\"hi\\""]`,
  },
  {
    defect: '`"\'a b\'"`: a word with a blank reaches the program in quotes',
    behaviour: 'each word of entrypoint and cmd reaches the program as it is',
    definition: { base, entrypoint: ['printf', '<%s>'], cmd: ['a b', 'q"\\', "'", '$HOME'] },
    dockerfile: `FROM ${base}\n\nENTRYPOINT ["printf", "<%s>"]\nCMD ["a b", "q\\"\\\\", "'", "$HOME"]`,
    shown: { prints: '<a b><q"\\><\'><$HOME>' },
  },
  {
    defect: 'a start command becomes an ENTRYPOINT in shell form, which keeps signals from the program',
    behaviour: 'a command in one text stays one, and what that means is told',
    definition: { base, entrypoint: 'tide-table --port 80' },
    dockerfile: `FROM ${base}\n\nENTRYPOINT tide-table --port 80`,
    told: [
      `entrypoint: "tide-table --port 80" is run by a shell, so that signals do not reach it unless the shell passes them on; write it as a list, entrypoint: ['tide-table', '--port', '80']`,
    ],
  },
  {
    defect: '`RUN [ "sh", "-c", "echo "hi"" ]`: no JSON either',
    behaviour: 'a run that is a list of words gets each of them',
    definition: { base, run: [run(['sh', '-c', 'printf "<%s>" "$@" > /words', 'sh', 'two words', 'a"b'])] },
    dockerfile: `FROM ${base}\n\nRUN ["sh", "-c", "printf \\"<%s>\\" \\"$@\\" > /words", "sh", "two words", "a\\"b"]`,
    shown: { script: 'cat /words', prints: '<two words><a"b>' },
  },
  {
    defect: 'an object holds one RUN: of several, the last is left',
    behaviour: 'every run is there, in its order',
    definition: { base, run: ['echo one >> /order', 'echo two >> /order', 'echo three >> /order'] },
    dockerfile: `FROM ${base}\n\nRUN echo one >> /order\nRUN echo two >> /order\nRUN echo three >> /order`,
    shown: { script: 'cat /order', prints: 'one\ntwo\nthree\n' },
  },
  {
    defect: '`RUN npm run build &amp;&amp; echo &#34;a&gt;b&#34;`: escaped as if it were HTML',
    behaviour: 'a command is written as it is, whatever characters it has',
    definition: { base, run: [`true && echo "a>b" '<&' > /marks`] },
    dockerfile: `FROM ${base}\n\nRUN true && echo "a>b" '<&' > /marks`,
    shown: { script: 'cat /marks', prints: 'a>b <&\n' },
  },
  {
    defect: '`for … do && … && done`: the lines of a loop are joined with `&&`, or it must stand on one line',
    behaviour: 'a loop of several lines is one script',
    definition: { base, run: [loop] },
    dockerfile: `FROM ${base}\n\n${heredoc(loop)}`,
    shown: { script: 'cat /loop', prints: '1\n2\n' },
  },
  {
    defect: 'the lines of a heredoc are joined with `&&`, too',
    behaviour: 'a script with a heredoc of its own is one script',
    definition: { base, run: [here] },
    dockerfile: `FROM ${base}\n\n${heredoc(here)}`,
    shown: { script: 'cat /here', prints: 'it is "2"\nnext\n' },
  },
  {
    defect: 'commands are joined with `&&` for the sake of fewer layers, whatever they are',
    behaviour: 'a script of several lines is never joined with another run',
    definition: { base, layers: 'fewest', run: ['true', loop, here, 'true'] },
    dockerfile: `FROM ${base}\n\nRUN true\n\n${heredoc(loop)}\n\n${heredoc(here)}\n\nRUN true`,
  },
  {
    defect: 'a loop whose lines are commands of their own becomes a Dockerfile that cannot be built',
    behaviour: 'a command that is only a piece of one is refused, at its place',
    definition: { base, run: ['for x in 1 2; do', 'echo "$x"', 'done'] },
    told: ['run[0]: "for x in 1 2; do"', 'run[2]: "done"'].map(
      (piece) =>
        `${piece} is a piece of a command, and each run has a shell of its own; write all of the command as one text, with line breaks in it`,
    ),
  },
];

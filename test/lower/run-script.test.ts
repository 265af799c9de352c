import { describe, expect, it, test } from 'vitest';
import { createReport } from '../../src/diagnostics.js';
import { execScript, isPlainCommand, lineScript, textScript } from '../../src/lower/run-script.js';
import { at, run } from './specs.js';

const env = [
  { name: 'QUOTED', value: ["it's $5"], origin: at('run', 0, 'env', 'QUOTED') },
  { name: 'DATA', value: [{ variable: 'HOME', operator: ':-', word: '/root' }, '/"data"'], origin: at('run', 0, 'env', 'DATA') },
  { name: 'EMPTY', value: [], origin: at('run', 0, 'env', 'EMPTY') },
];
const assignments = `QUOTED='it'\\''s $5' DATA="\${HOME:-/root}/\\"data\\"" EMPTY=`;

const commands = (line: string, isolated: boolean) => ({ form: 'commands', commands: [{ line, arguments: [], isolated }] });

describe('a line', () => {
  it('stands as it is', () => {
    expect(lineScript('make install', run('make install'))).toEqual(commands('make install', false));
    expect(lineScript('cd x && make', run('cd x && make'))).toEqual(commands('cd x && make', true));
  });

  it('has its environment and directory in front', () => {
    expect(lineScript('make install', run('', { env }))).toEqual(commands(`${assignments} make install`, false));
    expect(lineScript('make', run('', { env, workdir: '/my dir' }))).toEqual(commands(`cd '/my dir' && ${assignments} make`, true));
  });

  it.each(['a || b', 'a && b', 'for i in 1 2; do echo $i; done', 'echo "$X" # why'])('becomes a script with them, when it is %s', (line) => {
    const step = run(line, { env: [{ name: 'X', value: ['1'], origin: at() }], workdir: '/tmp' });
    expect(lineScript(line, step)).toEqual({ form: 'script', text: `cd /tmp\nexport X=1\n${line}\n` });
  });
});

describe('a text', () => {
  it('keeps its lines', () => {
    expect(textScript('a\n\n  b # c', run(''), createReport())).toEqual({ form: 'script', text: 'a\n\n  b # c\n' });
  });

  it('with an interpreter of its own takes no environment', () => {
    const report = createReport();
    expect(textScript('#!/usr/bin/python3\nprint(1)', run(''), report)).toEqual({ form: 'script', text: '#!/usr/bin/python3\nprint(1)\n' });
    expect(textScript('#!/usr/bin/python3\nprint(1)', run('', { env }), report)).toBe(undefined);
    expect(report.diagnostics).toEqual([
      {
        code: 'script-with-interpreter',
        severity: 'error',
        origin: at('run', 0),
        message: 'a script with an interpreter of its own takes no env and no workdir: they would be lines of a shell in it',
        hint: 'set them in the script',
      },
    ]);
  });
});

it('a list becomes words of a shell', () => {
  const step = run('', { env: [{ name: 'X', value: ['1'], origin: at() }] });
  expect(execScript(['/bin/echo', 'a b', '$HOME', "it's"], step)).toEqual(commands(`X=1 /bin/echo 'a b' '$HOME' 'it'\\''s'`, false));
  expect(execScript(['a=b', 'c=d'], step)).toEqual(commands(`X=1 'a=b' c=d`, false));
});

describe('what may be joined as it stands', () => {
  test.each(['make', 'make install', 'make && make install', './configure --prefix=/usr', 'pip install a==1', 'ldconfig'])('%s', (line) => {
    expect(isPlainCommand(line)).toBe(true);
  });

  test.each([
    'cd /opt',
    'make && cd /opt',
    'export A=1',
    'A=1',
    'A=1 make',
    'set -e',
    '. ./env',
    'exit 0',
    'a || b',
    'a; b',
    'a &',
    'a | b',
    'echo "$A"',
    "echo 'a'",
    '(a)',
    '! a',
    'if a',
    'a # b',
    'a > b',
    'a && ',
    'a \\',
    '',
  ])('not: %s', (line) => {
    expect(isPlainCommand(line)).toBe(false);
  });
});

import { describe, expect, it } from 'vitest';
import { printArg, printEnv, printLabel } from '../../../src/print/instructions/pairs.js';
import type { Text } from '../../../src/text.js';
import { printOne } from '../../support/print-one.js';

const origins = [{ path: ['env'] }];

const entries = (values: Readonly<Record<string, Text>>) => Object.entries(values).map(([name, value]) => ({ name, value, origin: origins[0]! }));
const env = (values: Readonly<Record<string, Text>>) => printOne((context) => printEnv({ kind: 'env', origins, entries: entries(values) }, context));
const label = (values: Readonly<Record<string, Text>>) =>
  printOne((context) => printLabel({ kind: 'label', origins, entries: entries(values) }, context));
const arg = (name: string, value?: Text) =>
  printOne((context) => printArg({ kind: 'arg', origins, name, ...(value ? { default: value } : {}) }, context));

describe('ENV and LABEL', () => {
  it('have one entry a line', () => {
    expect(env({ LANG: ['C.UTF-8'], EMPTY: [] }).text).toBe('ENV LANG=C.UTF-8 \\\n    EMPTY=""');
    expect(label({ first: ['1'], second: ['2'] }).text).toBe('LABEL first=1 \\\n    second=2');
  });

  it('quote what is no plain word, and nothing else', () => {
    expect(env({ A: ['it costs $5 or "6" or \\7'] }).text).toBe('ENV A="it costs \\$5 or \\"6\\" or \\\\7"');
    expect(env({ A: ['https://example.org/a,b?c'] }).text).toBe('ENV A="https://example.org/a,b?c"');
    expect(label({ 'org.example/a-b': ["it's"], 'two words': ['x'] }).text).toBe(`LABEL org.example/a-b="it's" \\\n    "two words"=x`);
  });

  it('have variables in braces, with their operators', () => {
    expect(env({ PATH: ['/opt/bin:', { variable: 'PATH' }] }).text).toBe('ENV PATH=/opt/bin:${PATH}');
    expect(env({ A: [{ variable: 'B', operator: ':-', word: 'x' }, 'y'] }).text).toBe('ENV A=${B:-x}y');
    expect(env({ A: [{ variable: 'B', operator: ':-', word: 'two "words" $C}' }] }).text).toBe('ENV A="${B:-two \\"words\\" \\$C\\}}"');
    expect(env({ A: [{ variable: 'B', operator: '%%', word: '.*' }] }).text).toBe('ENV A="${B%%.*}"');
  });

  it('refuse what no quoting carries', () => {
    expect(env({ 'A=B': ['x'], '': ['x'] }).faults).toEqual(['"A=B" cannot be a name of ENV', '"" cannot be a name of ENV']);
    expect(label({ a: ['x\ny'], 'b\n': ['\0'] }).faults).toEqual([
      '"x\\ny" has a newline, which LABEL cannot carry',
      '"b\\n" has a newline, which a name of LABEL cannot carry',
      '"\\u0000" has a NUL character, which LABEL cannot carry',
    ]);
    expect(
      env({ A: [{ variable: 'a b' }], B: [{ variable: 'C', operator: ':=', word: '' }], C: [{ variable: 'D', operator: '#', word: '"' }] }).faults,
    ).toEqual(['"a b" cannot be the name of a variable', '":=" is no operator of a variable', '"\\"" cannot be the pattern of a variable']);
  });
});

describe('ARG', () => {
  it('has a default or none', () => {
    expect(arg('VERSION').text).toBe('ARG VERSION');
    expect(arg('VERSION', []).text).toBe('ARG VERSION=""');
    expect(arg('GREETING', ['hello world']).text).toBe('ARG GREETING="hello world"');
  });

  it('refuses names that no build argument has', () => {
    expect(arg('A B').faults).toEqual(['"A B" cannot be the name of a build argument']);
    expect(arg('A', ['x\n']).faults).toEqual(['"x\\n" has a newline, which ARG cannot carry']);
  });
});

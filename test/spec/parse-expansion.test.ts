import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseExpansion } from '../../src/spec/parse-expansion.js';
import { prependPath } from '../../src/spec/values.js';

test.each([
  ['', []],
  ['plain', ['plain']],
  ['$PATH', [{ variable: 'PATH' }]],
  ['/opt/bin:$PATH', ['/opt/bin:', { variable: 'PATH' }]],
  ['${A}b$C-d', [{ variable: 'A' }, 'b', { variable: 'C' }, '-d']],
  ['${A:-b c}', [{ variable: 'A', operator: ':-', word: 'b c' }]],
  ['${A-}', [{ variable: 'A', operator: '-', word: '' }]],
  ['${A:+b}', [{ variable: 'A', operator: ':+', word: 'b' }]],
  ['${A:?b}', [{ variable: 'A', operator: ':?', word: 'b' }]],
  ['${A##*/}', [{ variable: 'A', operator: '##', word: '*/' }]],
  ['${A%.*}', [{ variable: 'A', operator: '%', word: '.*' }]],
  ['${A//x/y}', [{ variable: 'A', operator: '//', word: 'x/y' }]],
  ['\\$5', ['$5']],
  ['\\\\$A', ['\\', { variable: 'A' }]],
  ['a\\b', ['a\\b']],
  ['5$ or $5', ['5$ or $5']],
])('%s', (source, text) => {
  expect(parseExpansion(source)).toEqual({ text });
});

test.each([
  ['${A', '"${A" has no closing brace'],
  ['x${}', '"${}" names no variable'],
  ['${1}', '"${1}" names no variable'],
  ['${A:1}', '"${A:1}" has an operator that the builder does not know'],
  ['${A:-$B}', '"${A:-$B}" has a word that is not plain text'],
])('%s is refused', (source, fault) => {
  expect(parseExpansion(source)).toEqual({ fault });
});

test('what is escaped is literal, whatever it is', () => {
  fc.assert(
    fc.property(fc.string(), (text) => {
      const escaped = text.replace(/[\\$]/g, '\\$&');
      expect(parseExpansion(escaped)).toEqual({ text: text === '' ? [] : [text] });
    }),
  );
});

test('a folder before PATH is literal', () => {
  expect(prependPath('/opt/$x\\y')).toEqual({ kind: 'expand', text: '/opt/\\$x\\\\y:$PATH' });
  expect(parseExpansion(prependPath('/opt/$x\\y').text)).toEqual({ text: ['/opt/$x\\y:', { variable: 'PATH' }] });
});

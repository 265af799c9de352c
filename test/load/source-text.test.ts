import { expect, it } from 'vitest';
import { sourceText } from '../../src/load/source-text.js';

it.each([
  ["it's", `"it's"`],
  ['a "b" \\ \n', `'a "b" \\\\ \\n'`],
  [{ a: 1, 'b-c': [true, 'x'] }, "{ a: 1, 'b-c': [true, 'x'] }"],
  [[], '[]'],
])('writes %j as TypeScript that gives it back', (value, text) => {
  expect(sourceText(value)).toBe(text);
  expect(new Function(`return (${text});`)()).toEqual(value);
});

it('breaks what is too long for a line', () => {
  const long = ['a', 'b', 'c'].map((letter) => letter.repeat(40));
  expect(sourceText(long)).toBe(`[\n${long.map((word) => `  '${word}',\n`).join('')}]`);
});

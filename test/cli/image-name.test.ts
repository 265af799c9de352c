import { expect, it } from 'vitest';
import { imageName } from '../../src/cli/image-name.js';

it.each([
  ['tide-table', 'tide-table'],
  ['Word count (2)', 'word-count-2'],
  ['word_count', 'word_count'],
  ['--a..b__', 'a.b'],
  ['潮', 'image'],
])('makes a name for an image of "%s"', (folder, name) => {
  expect(imageName(folder)).toBe(name);
});

import { expect, test } from 'vitest';
import { didYouMean, editDistance } from '../../src/spec/did-you-mean.js';

test.each([
  ['aptt', 'did you mean "apt"?'],
  ['APT', 'did you mean "apt"?'],
  ['pat', 'did you mean "apt"?'],
  ['wrokdir', 'did you mean "workdir"?'],
  ['entry_point', 'did you mean "entrypoint"?'],
  ['zzz', undefined],
  ['', undefined],
  ['x', undefined],
])('%j', (word, hint) => {
  expect(didYouMean(word, ['base', 'apt', 'apk', 'workdir', 'entrypoint'])).toBe(hint);
});

test.each([
  ['', '', 0],
  ['', 'abc', 3],
  ['abc', 'acb', 1],
  ['abc', 'ab', 1],
  ['abc', 'axc', 1],
  ['ca', 'abc', 3],
  ['kitten', 'sitting', 3],
])('from %j to %j it takes %i edits', (one, other, distance) => {
  expect(editDistance(one, other)).toBe(distance);
  expect(editDistance(other, one)).toBe(distance);
});

import { expect, test } from 'vitest';
import { describeBase } from '../describe-base.js';

test.each([['scratch', 'scratch ?: no manager, none python, no shell']])('%s', (reference, facts) => {
  expect(describeBase(reference)).toBe(facts);
});

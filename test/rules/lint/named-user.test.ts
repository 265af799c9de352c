import { expect, it } from 'vitest';
import { namedUser } from '../../../src/rules/lint/named-user.js';
import { findings } from '../../support/lint.js';

it('accepts numbers, and an image without a user', () => {
  expect(findings(namedUser, { user: 'www-data' })).toEqual(['user: the user "www-data" is not a number']);
  expect(findings(namedUser, { user: 1234 })).toEqual([]);
  expect(findings(namedUser, {})).toEqual([]);
});

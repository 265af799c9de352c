import { expect, it } from 'vitest';
import { missingUser } from '../../../src/rules/lint/missing-user.js';
import { findings } from '../../support/lint.js';

it('accepts a user of the stage below', () => {
  expect(findings(missingUser, { cmd: ['tides'] })).toEqual([': the image says no user, and of most bases that is root']);
  expect(findings(missingUser, { base: { stage: 'a' }, stages: { a: { base: 'debian:bookworm-slim', user: 'www-data' } } })).toEqual([]);
});

import { expect, it } from 'vitest';
import { missingHealthcheck } from '../../../src/rules/lint/missing-healthcheck.js';
import { findings } from '../../support/lint.js';

it('accepts that there is none to be', () => {
  expect(findings(missingHealthcheck, { cmd: ['tides'] })).toEqual([': the image has no healthcheck']);
  expect(findings(missingHealthcheck, { healthcheck: false })).toEqual([]);
});

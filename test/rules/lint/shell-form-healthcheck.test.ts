import { expect, it } from 'vitest';
import { shellFormHealthcheck } from '../../../src/rules/lint/shell-form-healthcheck.js';
import { findings } from '../../support/lint.js';

it('reports a line, and accepts a list', () => {
  expect(findings(shellFormHealthcheck, { healthcheck: { cmd: 'tides --check' } })).toEqual(['healthcheck: "tides --check" is run by a shell']);
  expect(findings(shellFormHealthcheck, { healthcheck: { cmd: ['tides'] } })).toEqual([]);
});

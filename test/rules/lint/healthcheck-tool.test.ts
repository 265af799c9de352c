import { expect, it } from 'vitest';
import { healthcheckTool } from '../../../src/rules/lint/healthcheck-tool.js';
import { findings } from '../../support/lint.js';

it('reports what the base is known not to have', () => {
  expect(findings(healthcheckTool, { healthcheck: { cmd: ['curl', 'localhost'] } })).toEqual([
    'healthcheck: the healthcheck calls "curl", which is not in the image',
  ]);
  expect(findings(healthcheckTool, { base: 'alpine:3.20', healthcheck: { cmd: 'curl localhost || exit 1' } })).toEqual([
    'healthcheck: the healthcheck calls "curl", which is not in the image',
  ]);
});

it('accepts what may have been brought', () => {
  expect(findings(healthcheckTool, { base: 'alpine:3.20', healthcheck: { cmd: ['wget', 'localhost'] } })).toEqual([]);
  expect(findings(healthcheckTool, { apt: ['curl'], healthcheck: { cmd: ['curl', 'localhost'] } })).toEqual([]);
  expect(findings(healthcheckTool, { base: 'nginx:1.27', healthcheck: { cmd: ['curl', 'localhost'] } })).toEqual([]);
  expect(findings(healthcheckTool, { pip: ['numpy'], healthcheck: { cmd: ['python', '-c', '1'] } })).toEqual([]);
});

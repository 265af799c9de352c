import { expect, it } from 'vitest';
import { pathReplaced } from '../../../src/rules/lint/path-replaced.js';
import { expand } from '../../../src/spec/values.js';
import { findings, hints } from '../../support/lint.js';

it('reports a PATH without the system', () => {
  expect(findings(pathReplaced, { env: { PATH: '/opt/bin:$PATH' } })).toEqual([
    'env.PATH: PATH is "/opt/bin:$PATH" alone: no program of the base is found',
  ]);
  expect(findings(pathReplaced, { env: { PATH: '/opt/bin:/usr/bin:/bin' } })).toEqual([]);
  expect(findings(pathReplaced, { base: 'scratch', env: { PATH: '/opt' } })).toEqual([]);
  expect(findings(pathReplaced, { env: { PATH: expand('/opt:$PATH') } })).toEqual([]);
});

it('says how the variable is read', () =>
  expect(hints(pathReplaced, { env: { PATH: '/opt/bin:$PATH' } })).toEqual(["write expand('/opt/bin:$PATH')"]));

import { expect, it } from 'vitest';
import { rootUser } from '../../../src/rules/lint/root-user.js';
import { user } from '../../../src/spec/steps.js';
import { findings } from '../../support/lint.js';

it('reports root where the author says so', () => {
  expect(findings(rootUser, { user: 'root' })).toEqual(['user: the container runs as root']);
  expect(findings(rootUser, { steps: [user('0:0')] })).toEqual(['steps[0]: the container runs as root']);
  expect(findings(rootUser, { steps: [user('root')], user: 'www-data' })).toEqual([]);
  expect(findings(rootUser, { base: { image: 'jupyter/base-notebook:x', distro: 'debian' }, apt: ['git'] })).toEqual([]);
});

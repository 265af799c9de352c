import { expect, it } from 'vitest';
import { aptKey } from '../../../src/rules/lint/apt-key.js';
import { findings } from '../../support/lint.js';

it('reports apt-key, at the end of a pipe as well', () => {
  expect(findings(aptKey, { run: ['apt-key adv --recv-keys 1234', 'echo key | apt-key add -', 'gpg --dearmor key'] })).toEqual([
    'run[0]: a key that apt-key takes is good for every repository, and new releases do not have apt-key',
    'run[1]: a key that apt-key takes is good for every repository, and new releases do not have apt-key',
  ]);
});

import { expect, it } from 'vitest';
import { cdInScript } from '../../../src/rules/lint/cd-in-script.js';
import { findings } from '../../support/lint.js';

it('reports a change of the folder, and accepts a relative one', () => {
  expect(findings(cdInScript, { run: ['cd /opt && make', 'cd src && make', 'mkdir -p /srv'] })).toEqual([
    'run[0]: "cd /opt" changes the folder within a script',
  ]);
});

import { expect, it } from 'vitest';
import { largeUid } from '../../../src/rules/lint/large-uid.js';
import { findings } from '../../support/lint.js';

it('reports a large number without -l', () => {
  expect(
    findings(largeUid, { run: ['useradd -u 2000000 tides', 'useradd --uid=1234567 tides', 'useradd -l -u 2000000 tides', 'useradd -u 1000 tides'] }),
  ).toEqual([
    'run[0]: useradd writes a log that is as long as the number of the account',
    'run[1]: useradd writes a log that is as long as the number of the account',
  ]);
});

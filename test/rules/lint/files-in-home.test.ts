import { expect, it } from 'vitest';
import { filesInHome } from '../../../src/rules/lint/files-in-home.js';
import { copy, workdir } from '../../../src/spec/steps.js';
import { findings } from '../../support/lint.js';

it('reports what the image keeps there, and not what another stage does', () => {
  expect(findings(filesInHome, { steps: [workdir('/root/tides'), copy('tides.csv', './data/')] })).toEqual([
    'steps[0]: "/root/tides" is in the home folder of root, which nobody else can read',
    'steps[1]: "/root/tides/data" is in the home folder of root, which nobody else can read',
  ]);
  expect(findings(filesInHome, { copy: { a: '/rootfs/' }, stages: { test: { base: 'debian:bookworm-slim', copy: { a: '/root/' } } } })).toEqual([]);
});

import { expect, it } from 'vitest';
import { copyWithoutWorkdir } from '../../../src/rules/lint/copy-without-workdir.js';
import { copy, workdir } from '../../../src/spec/steps.js';
import { expand } from '../../../src/spec/values.js';
import { findings } from '../../support/lint.js';

it('reports a target that starts from nothing that is said', () => {
  expect(findings(copyWithoutWorkdir, { steps: [copy('a', 'data/'), workdir('/srv'), copy('b', './')] })).toEqual([
    'steps[0]: "data/" starts from whatever working directory the base has',
  ]);
});

it('accepts a working directory of the stage below, and targets that a variable begins', () => {
  expect(
    findings(copyWithoutWorkdir, {
      base: { stage: 'tides' },
      stages: { tides: { base: 'debian:bookworm-slim', workdir: '/srv' } },
      copy: { a: './' },
    }),
  ).toEqual([]);
  expect(findings(copyWithoutWorkdir, { args: { PLACE: '/srv' }, copy: [{ from: 'a', to: expand('$PLACE/') }] })).toEqual([]);
});

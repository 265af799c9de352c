import { expect, it } from 'vitest';
import { relativeWorkdir } from '../../../src/rules/lint/relative-workdir.js';
import { raw, workdir } from '../../../src/spec/steps.js';
import { expand } from '../../../src/spec/values.js';
import { findings } from '../../support/lint.js';

it('reports a first working directory that is not absolute, or is not once its variables are known', () => {
  expect(findings(relativeWorkdir, { steps: [raw('WORKDIR tides')] })).toEqual([
    'steps[0]: the working directory "tides" is not absolute, and starts from that of the base',
  ]);
  expect(findings(relativeWorkdir, { args: { PLACE: 'srv' }, workdir: expand('$PLACE/tides') })).toEqual([
    'workdir: the working directory "${PLACE}/tides" is not absolute, and starts from that of the base',
  ]);
});

it('accepts one behind another, in the same stage or in one that it builds on, and what only the base knows', () => {
  expect(findings(relativeWorkdir, { steps: [workdir('/srv'), raw('WORKDIR tides')] })).toEqual([]);
  const stages = { tides: { base: 'debian:bookworm-slim', workdir: '/srv' as const } };
  expect(findings(relativeWorkdir, { base: { stage: 'tides' }, stages, steps: [raw('WORKDIR ebb')] })).toEqual([]);
  expect(findings(relativeWorkdir, { base: 'python:3.12-slim', workdir: expand('$PYTHON_HOME/tides') })).toEqual([]);
  expect(findings(relativeWorkdir, { args: { PLACE: '/srv' }, workdir: expand('$PLACE/tides') })).toEqual([]);
});

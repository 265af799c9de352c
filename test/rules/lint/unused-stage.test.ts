import { expect, it } from 'vitest';
import { unusedStage } from '../../../src/rules/lint/unused-stage.js';
import { raw } from '../../../src/spec/steps.js';
import { findings, fixes } from '../../support/lint.js';

it('reports a stage that leads nowhere', () => {
  expect(findings(unusedStage, { stages: { tides: { base: 'debian:bookworm-slim' }, ebb: { base: { stage: 'tides' } } } })).toEqual([
    'stages.ebb: nothing uses the stage "ebb"',
  ]);
});

it('accepts bases, sources of copies and mounts, targets, and stages for people', () => {
  expect(
    findings(unusedStage, {
      base: { stage: 'a' },
      stages: { a: { base: 'debian:bookworm-slim' }, b: { base: 'debian:bookworm-slim' }, test: { base: { stage: 'a' } } },
      copy: [{ stage: 'b', from: '/b', to: '/' }],
    }),
  ).toEqual([]);
  expect(
    findings(unusedStage, { stages: { a: { base: 'debian:bookworm-slim' } }, steps: [raw('RUN --mount=type=bind,from=a,target=/a true')] }),
  ).toEqual([]);
  expect(findings(unusedStage, { apt: { packages: ['python3'], build: ['gcc'] }, pip: ['numpy'] })).toEqual([]);
});

it('removes it', () => {
  const edit = { kind: 'remove', path: ['stages', 'ebb'] };
  expect(fixes(unusedStage, { stages: { ebb: { base: 'debian:bookworm-slim' } } })).toEqual([{ title: 'remove the stage "ebb"', edits: [edit] }]);
});

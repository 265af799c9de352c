import { expect, it } from 'vitest';
import { stageName } from '../../../src/rules/lint/stage-name.js';
import { findings } from '../../support/lint.js';

it('reports capitals, names that are reserved, and names that are taken', () => {
  const raw = ['FROM debian:bookworm-slim AS Tides', 'FROM debian:bookworm-slim AS scratch', 'FROM debian:bookworm-slim AS build'];
  expect(findings(stageName, { raw, stages: { build: { base: 'debian:bookworm-slim' } } })).toEqual([
    'raw[0]: the name of the stage "Tides" has capitals',
    'raw[1]: "scratch" means something else to the builder',
    'raw[2]: 2 stages are named "build"',
  ]);
});

it('accepts a name of its own', () => expect(findings(stageName, { raw: ['FROM debian:bookworm-slim AS tides\nRUN echo AS Tides'] })).toEqual([]));

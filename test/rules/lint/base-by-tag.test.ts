import { expect, it } from 'vitest';
import { baseByTag } from '../../../src/rules/lint/base-by-tag.js';
import { findings } from '../../support/lint.js';

it('reports images without a digest, in each stage, and accepts those that the project makes', () => {
  expect(
    findings(
      baseByTag,
      { base: 'debian:bookworm-slim', stages: { test: { base: 'example/tides:1' }, empty: { base: 'scratch' }, more: { base: { stage: 'test' } } } },
      { ownTags: ['example/tides:1'] },
    ),
  ).toEqual(['base: "debian:bookworm-slim" may be another image tomorrow']);
});

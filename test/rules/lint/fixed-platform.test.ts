import { expect, it } from 'vitest';
import { fixedPlatform } from '../../../src/rules/lint/fixed-platform.js';
import { expand } from '../../../src/spec/values.js';
import { findings } from '../../support/lint.js';

const base = { image: 'debian:bookworm-slim', platform: 'linux/amd64' };

it('reports a platform that is written out, unless the name of the stage says it', () => {
  const stages = { tools: { base }, 'tools-amd64': { base }, 'linux-tools': { base } };
  expect(findings(fixedPlatform, { base, stages })).toEqual([
    'stages.tools.base.platform: the base is for linux/amd64, whatever is built for',
    'base.platform: the base is for linux/amd64, whatever is built for',
  ]);
});

it('accepts variables', () => {
  expect(
    findings(fixedPlatform, { base: { ...base, platform: expand('$BUILDPLATFORM') }, raw: ['FROM --platform=linux/$TARGETARCH scratch'] }),
  ).toEqual([]);
});

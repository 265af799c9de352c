import { expect, it } from 'vitest';
import { redundantPlatform } from '../../../src/rules/lint/redundant-platform.js';
import { expand } from '../../../src/spec/values.js';
import { findings, fixes } from '../../support/lint.js';

const image = 'debian:bookworm-slim';

it('reports the platform that is built for', () => {
  const message = 'the platform of the base is the one that is built for anyway';
  expect(findings(redundantPlatform, { base: { image, platform: expand('$TARGETPLATFORM') } })).toEqual([`base.platform: ${message}`]);
  expect(findings(redundantPlatform, { raw: ['FROM --platform=${TARGETPLATFORM} debian:bookworm-slim'] })).toEqual([`raw[0]: ${message}`]);
});

it('accepts the platform of the machine that builds, and one that is made of parts', () => {
  expect(findings(redundantPlatform, { base: { image, platform: expand('$BUILDPLATFORM') } })).toEqual([]);
  expect(findings(redundantPlatform, { raw: ['FROM --platform=linux/$TARGETARCH debian:bookworm-slim'] })).toEqual([]);
});

it('leaves it out', () => {
  const edit = { kind: 'remove', path: ['base', 'platform'] };
  expect(fixes(redundantPlatform, { base: { image, platform: expand('$TARGETPLATFORM') } })).toEqual([
    { title: 'leave the platform out', edits: [edit] },
  ]);
});

import { expect, it } from 'vitest';
import { lowerFrom } from '../../src/lower/from.js';
import { at, faults, pip, stage } from './specs.js';

const DIGEST = `sha256:${'0123456789abcdef'.repeat(4)}`;

it.each([
  [{ image: 'debian:bookworm' }, { image: ['debian:bookworm'] }],
  [
    { image: 'debian:bookworm', digest: DIGEST, platform: 'linux/arm64' },
    { image: [`debian:bookworm@${DIGEST}`], platform: 'linux/arm64' },
  ],
  [{ image: 'debian:${RELEASE:-bookworm}-slim' }, { image: ['debian:', { variable: 'RELEASE', operator: ':-', word: 'bookworm' }, '-slim'] }],
  [{ image: '$IMAGE' }, { image: [{ variable: 'IMAGE' }] }],
])('%j', (base, expected) => {
  expect(lowerFrom({ stage: stage('', { base: { kind: 'image', ...base, origin: at('base') } }), base: {} })).toEqual({
    kind: 'from',
    origins: [at('base')],
    ...expected,
  });
});

it('builds on a stage', () => {
  const base = { kind: 'stage' as const, stage: 'build', origin: at('base') };
  expect(lowerFrom({ stage: stage('', { base }), base: {} })).toEqual({ kind: 'from', origins: [at('base')], stage: 'build' });
});

it('takes no tag from an image that is named by its digest alone', () => {
  const base = { kind: 'image' as const, image: 'python', digest: DIGEST, origin: at('base') };
  expect(faults(stage('', { base, pip: pip(['numpy']) }))).toEqual([
    `unknown-base: "python" is not a base image that imagewright knows, and pip depends on its distribution | say what it is made from: base: { image: 'python', distro: 'debian:bookworm' }`,
  ]);
  expect(faults(stage('', { base: { ...base, distro: 'debian:trixie' }, pip: pip(['numpy']) }))).toEqual([]);
});

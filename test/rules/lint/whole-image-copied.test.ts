import { expect, it } from 'vitest';
import { wholeImageCopied } from '../../../src/rules/lint/whole-image-copied.js';
import { findings } from '../../support/lint.js';

it('reports all of an image on top of another', () => {
  expect(findings(wholeImageCopied, { stages: { a: { base: 'debian:bookworm-slim' } }, copy: [{ stage: 'a', from: '/', to: '/' }] })).toEqual([
    'copy[0]: all of another image is copied on top of this one',
  ]);
  expect(findings(wholeImageCopied, { stages: { a: { base: 'debian:bookworm-slim' } }, copy: [{ stage: 'a', from: '/opt', to: '/' }] })).toEqual([]);
});

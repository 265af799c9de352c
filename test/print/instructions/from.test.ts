import { describe, expect, it } from 'vitest';
import type { From } from '../../../src/ir/instruction.js';
import { printFrom } from '../../../src/print/instructions/from.js';
import { printOne } from '../../support/print-one.js';

function print(from: Partial<From>, name?: string) {
  return printOne((context) => printFrom({ kind: 'from', origins: [{ path: ['base'] }], ...from }, context, name), ['build']);
}

describe('FROM', () => {
  it('names the image or the stage, and the stage that it begins', () => {
    expect(print({ image: ['debian:bookworm-slim'] })).toEqual({ text: 'FROM debian:bookworm-slim', faults: [] });
    expect(print({ image: ['debian:', { variable: 'RELEASE' }], platform: '$BUILDPLATFORM' }, 'docs')).toEqual({
      text: 'FROM --platform=$BUILDPLATFORM debian:${RELEASE} AS docs',
      faults: [],
    });
    expect(print({ stage: 'build' })).toEqual({ text: 'FROM build', faults: [] });
  });

  it.each(['debian\nRUN touch /pwned', 'debian AS x', '', '-x', 'debian"', '$X'])('refuses what is no image reference: %j', (image) => {
    expect(print({ image: image === '' ? [] : [image] }).faults.length).toBe(1);
  });

  it('refuses an image that FROM would take for a stage', () => {
    expect(print({ image: ['Build'] }).faults).toEqual(['"Build" is an image, but also a stage, which FROM would take']);
  });

  it('refuses names that a stage cannot have', () => {
    expect(print({ image: ['debian'] }, 'Docs').faults).toEqual(['"Docs" cannot be the name of a stage']);
    expect(print({ image: ['debian'] }, 'scratch').faults).toEqual(['"scratch" cannot be the name of a stage']);
    expect(print({ image: ['debian'] }, 'build').faults).toEqual(['two stages are named "build"']);
  });
});

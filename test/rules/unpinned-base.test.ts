import { describe, expect, it } from 'vitest';
import type { From } from '../../src/ir/instruction.js';
import { unpinnedBase } from '../../src/rules/unpinned-base.js';
import { at, debian, from, fromStage } from '../support/instructions.js';

const check = (base: From) => unpinnedBase.check({ ...debian(), stages: [{ origin: at(), instructions: [base] }] });

describe('unpinnedBase', () => {
  it('reports a reference without a version', () => {
    expect(check(from('registry.example.org:5000/team/debian'))).toEqual([
      {
        origin: at('base'),
        message: '"registry.example.org:5000/team/debian" names no version',
        hint: "write 'registry.example.org:5000/team/debian:TAG' with the tag of a release, or 'registry.example.org:5000/team/debian@sha256:…'",
      },
    ]);
  });

  it('reports the tag latest', () => {
    expect(check(from('debian:latest'))).toEqual([
      {
        origin: at('base'),
        message: '"debian:latest" names a version that moves',
        hint: "write 'debian:TAG' with the tag of a release, or 'debian@sha256:…'",
      },
    ]);
  });

  it.each([
    ['a tag', from('debian:bookworm-slim')],
    ['a digest', from('debian@sha256:5f0a')],
    ['latest with a digest', from('debian:latest@sha256:5f0a')],
    ['scratch', from('scratch')],
    ['a stage', fromStage('build')],
    ['a build argument', { ...from(''), image: ['debian:', { variable: 'RELEASE' }] }],
  ])('accepts %s', (_, base) => expect(check(base)).toEqual([]));
});

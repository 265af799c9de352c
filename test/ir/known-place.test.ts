import { describe, expect, it } from 'vitest';
import { isParentThere, knownPlace } from '../../src/ir/known-place.js';
import type { Instruction } from '../../src/ir/instruction.js';
import { apt, copy, env, from, raw, run, workdir } from '../support/instructions.js';

const debian = from('debian:bookworm-slim');

describe('knownPlace', () => {
  it('knows that nothing is in a place for applications, as long as nobody has been there', () => {
    const before = [debian, apt(['git']), run('useradd app', { generated: true }), env({ A: 'b' }), copy('texts', '/srv/texts/'), workdir('/opt')];
    expect(knownPlace('/opt/tides', before)).toBe('nothing');
    expect(knownPlace('/app/data', before)).toBe('nothing');
  });

  it('knows a folder that a WORKDIR has made', () => {
    expect(knownPlace('/opt/tides', [debian, workdir('/opt'), workdir('tides')])).toBe('empty-folder');
  });

  it.each<readonly [string, readonly Instruction[]]>([
    ['a command of the author’s', [debian, run('make install')]],
    ['house-keeping that names it', [debian, run('mkdir -p /opt/tides/data', { generated: true })]],
    ['an install that names it', [debian, apt(['git'], { command: 'apt-get install -o Dir=/opt/tides' })]],
    ['raw text', [debian, raw('COPY . /opt')]],
    ['a copy to it', [debian, copy('texts', '/opt/tides/texts/')]],
    ['a copy to a folder above it', [debian, copy('opt', '/opt/')]],
    ['a copy to nobody knows where', [debian, copy('texts', './')]],
    ['a folder in it', [debian, workdir('/opt/tides/data')]],
    ['a folder of a variable', [debian, workdir([{ variable: 'PLACE' }])]],
    ['a base that is not known', [from('registry.example.org/team/debian:12')]],
    ['a base of another distribution', [from('alpine:3.20')]],
    ['a language on another distribution', [from('python:3.12-alpine')]],
    ['a language of which a digest tells the distribution', [from('python@sha256:00')]],
    ['a base that does something first', [{ ...debian, triggers: [copy('.', '/srv/')] }]],
  ])('does not know it behind %s', (_, before) => {
    expect(knownPlace('/opt/tides', before)).toBe(undefined);
  });

  it('knows no place where a distribution has files', () => {
    expect(['/etc/tides', '/usr/local/bin', '/opt/conda', '/opt', '/tmp', '/var/lib/tides'].map((place) => knownPlace(place, [debian]))).toEqual(
      Array.from({ length: 6 }),
    );
  });

  it('knows languages on Debian', () => {
    expect(
      ['python:3.12-slim', 'docker.io/library/node:22-bookworm', 'ubuntu:24.04', 'debian@sha256:00'].map((image) =>
        knownPlace('/app', [from(image)]),
      ),
    ).toEqual(Array.from({ length: 4 }, () => 'nothing'));
  });
});

describe('isParentThere', () => {
  it('knows the folders of each base, and those that a WORKDIR has made', () => {
    expect(['/app', '/opt/tides', '/tmp/tides', '/opt/tides/data'].map((place) => isParentThere(place, [debian]))).toEqual([true, true, true, false]);
    expect(isParentThere('/opt/tides/data', [debian, workdir('/opt/tides')])).toBe(true);
  });
});

import { describe, expect, test } from 'vitest';
import { createReport, type Diagnostic } from '../../src/diagnostics.js';
import { resolve } from '../../src/spec/resolve.js';
import type { ImageDefinition } from '../../src/spec/types.js';

function faultsOf(definition: ImageDefinition): readonly Diagnostic[] {
  const report = createReport();
  resolve(definition, {}, report);
  return report.diagnostics;
}

test('every stage without a base is told', () => {
  const hint = "say what it starts from: base: 'debian:bookworm-slim'";
  expect(faultsOf({ stages: { build: { apt: ['gcc'] } as never } })).toEqual([
    { code: 'missing-base', severity: 'error', origin: { path: ['stages', 'build'] }, message: 'stage "build" has no base', hint },
    { code: 'missing-base', severity: 'error', origin: { path: [] }, message: 'the image has no base', hint },
  ]);
});

test('a base that is wrong is not missing, in a preset neither', () => {
  expect(faultsOf({ presets: [{ base: 'Debian:12' }] })).toEqual([
    {
      code: 'bad-image-reference',
      severity: 'error',
      origin: { path: ['presets', 0, 'base'] },
      message: '"Debian:12" has capital letters in its repository',
      hint: 'write it in lower case',
    },
  ]);
});

test('a base whose field is mistyped is not missing besides, be it of the image, of a stage or of a preset', () => {
  const codesOf = (definition: object) => faultsOf(definition).map(({ code, origin }) => `${code} ${origin.path.join('.')}`);
  expect(codesOf({ bsae: 'debian:12' })).toEqual(['unknown-field bsae']);
  expect(codesOf({ presets: [{ Base: 'debian:12' }] })).toEqual(['unknown-field presets.0.Base']);
  expect(codesOf({ base: 'debian:12', stages: { build: { bas: 'debian:12' } } })).toEqual(['unknown-field stages.build.bas']);
  expect(codesOf({ base: 'debian:12', stages: { build: { imgae: 'debian:12' } } })).toEqual([
    'unknown-field stages.build.imgae',
    'missing-base stages.build',
  ]);
});

test('a base that is the name of a stage is meant to be that stage', () => {
  expect(faultsOf({ base: 'build:1', stages: { build: { base: 'debian:12' }, docs: { base: 'build' } } })).toEqual([
    {
      code: 'unpinned-base',
      severity: 'warning',
      origin: { path: ['stages', 'docs', 'base'] },
      message: '"build" has no tag: what it means changes from day to day',
      hint: 'name a version: "build:VERSION"',
    },
    {
      code: 'stage-as-image',
      severity: 'error',
      origin: { path: ['stages', 'docs', 'base'] },
      message: '"build" is a stage of this definition, not an image',
      hint: 'write { stage: "build" }',
    },
  ]);
});

describe('a target that does not exist', () => {
  test('is told with what it may have meant', () => {
    expect(faultsOf({ base: 'debian:12', stages: { build: { base: 'debian:12' } }, target: 'biuld' })).toEqual([
      { code: 'unknown-stage', severity: 'error', origin: { path: ['target'] }, message: 'there is no stage "biuld"', hint: 'did you mean "build"?' },
    ]);
  });

  test('may be a stage whose definition has faults of its own', () => {
    expect(
      faultsOf({ base: 'debian:12', stages: { build: { base: 'debian:12', workdir: 'x' as '/' } }, target: 'build' }).map(({ code }) => code),
    ).toEqual(['relative-path']);
  });
});

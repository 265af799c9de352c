/**
 * What the types catch in the editor. Each mistake stands under a `@ts-expect-error`, at the very line that is wrong: were it not caught, or marked elsewhere,
 * the compiler would fail (`npx tsc -p .`, and TypeScript 5 in compilers.test.ts). When run, the same mistakes are looked for by the schema.
 */

import { describe, expect, test } from 'vitest';
import { createReport } from '../../src/diagnostics.js';
import { defineImage } from '../../src/spec/define-image.js';
import { bind } from '../../src/spec/mounts.js';
import { resolve } from '../../src/spec/resolve.js';
import { copy, run } from '../../src/spec/steps.js';

function codesOf(definition: object): readonly string[] {
  const report = createReport();
  resolve(definition, {}, report);
  return report.diagnostics.map(({ code }) => code);
}

describe('caught by the types and by the schema', () => {
  test('a mistyped field', () => {
    const image = defineImage({
      base: 'debian:bookworm-slim',
      // @ts-expect-error
      aptt: ['git'],
    });
    expect(codesOf(image)).toEqual(['unknown-field']);
  });

  test('a mistyped field of a stage', () => {
    const image = defineImage({
      base: 'debian:bookworm-slim',
      stages: {
        build: {
          base: 'debian:bookworm-slim',
          // @ts-expect-error
          workdirr: '/src',
        },
      },
    });
    expect(codesOf(image)).toEqual(['unknown-field']);
  });

  test('a mistyped field of a long form', () => {
    const image = defineImage({
      base: 'debian:bookworm-slim',
      pip: {
        // @ts-expect-error
        packges: ['numpy'],
      },
    });
    expect(codesOf(image)).toEqual(['unknown-field']);
  });

  test('a base stage that does not exist', () => {
    const image = defineImage({
      base: {
        // @ts-expect-error
        stage: 'biuld',
      },
      stages: { build: { base: 'debian:bookworm-slim' } },
    });
    expect(codesOf(image)).toEqual(['unknown-stage']);
  });

  test('a base stage of a stage that does not exist', () => {
    const image = defineImage({
      base: { stage: 'build' },
      stages: {
        build: { base: 'debian:bookworm-slim' },
        docs: {
          base: {
            // @ts-expect-error
            stage: 'biuld',
          },
        },
      },
    });
    expect(codesOf(image)).toEqual(['unknown-stage']);
  });

  test('a copy from a stage that does not exist', () => {
    const image = defineImage({
      base: 'debian:bookworm-slim',
      // @ts-expect-error
      copy: [{ stage: 'biuld', from: '/src/tool', to: '/usr/local/bin/' }],
      stages: { build: { base: 'debian:bookworm-slim' } },
    });
    expect(codesOf(image)).toEqual(['unknown-stage']);
  });

  test('a step that copies from a stage that does not exist', () => {
    const image = defineImage({
      base: 'debian:bookworm-slim',
      steps: [
        copy('/src/tool', '/usr/local/bin/', { stage: 'build' }),
        // @ts-expect-error
        copy('/src/tool', '/usr/local/bin/', { stage: 'biuld' }),
      ],
      stages: { build: { base: 'debian:bookworm-slim' } },
    });
    expect(codesOf(image)).toEqual(['unknown-stage']);
  });

  test('a mount of a stage that does not exist', () => {
    const image = defineImage({
      base: 'debian:bookworm-slim',
      steps: [
        run('make', { mounts: [bind('/src', { stage: 'build' })] }),
        // @ts-expect-error
        run('make', { mounts: [bind('/src', { stage: 'biuld' })] }),
      ],
      stages: { build: { base: 'debian:bookworm-slim' } },
    });
    expect(codesOf(image)).toEqual(['unknown-stage']);
  });

  test('a target that does not exist', () => {
    const image = defineImage({
      base: 'debian:bookworm-slim',
      stages: { build: { base: 'debian:bookworm-slim' } },
      // @ts-expect-error
      target: 'biuld',
    });
    expect(codesOf(image)).toEqual(['unknown-stage']);
  });

  test('a relative workdir', () => {
    const image = defineImage({
      base: 'debian:bookworm-slim',
      // @ts-expect-error
      workdir: 'opt/word_count',
    });
    expect(codesOf(image)).toEqual(['relative-path']);
  });

  test('a bad port', () => {
    const image = defineImage({
      base: 'debian:bookworm-slim',
      expose: [
        8080,
        '53/udp',
        '8000-8010/tcp',
        // @ts-expect-error
        'http',
        // @ts-expect-error
        '80/tpc',
      ],
    });
    expect(codesOf(image)).toEqual(['bad-port', 'bad-port']);
  });

  test('a bad duration', () => {
    const image = defineImage({
      base: 'debian:bookworm-slim',
      healthcheck: {
        cmd: ['true'],
        timeout: '1m30s',
        // @ts-expect-error
        interval: '30 seconds',
      },
    });
    expect(codesOf(image)).toEqual(['bad-duration']);
  });

  test('copy beside steps', () => {
    // @ts-expect-error
    const image = defineImage({
      base: 'debian:bookworm-slim',
      copy: { src: '/src' },
      steps: [run('make')],
    });
    expect(codesOf(image)).toEqual(['steps-beside-fields']);
  });

  test('an unknown layer policy', () => {
    const image = defineImage({
      base: 'debian:bookworm-slim',
      // @ts-expect-error
      layers: 'fastest',
    });
    expect(codesOf(image)).toEqual(['unknown-value']);
  });
});

// The schema does not know bases; `lower/` checks every base against its facts.
describe('caught by the types where the base is a literal', () => {
  test('apt on Alpine', () => {
    defineImage({
      base: 'alpine:3.20',
      // @ts-expect-error
      apt: ['git'],
    });
    defineImage({
      base: 'registry.example.org/library/alpine:3.20',
      // @ts-expect-error
      apt: { packages: ['git'] },
    });
  });

  test('apt on Alpine in a stage', () => {
    defineImage({
      base: 'debian:bookworm-slim',
      apt: ['git'],
      stages: {
        build: { base: 'debian:bookworm-slim', apt: ['gcc'] },
        tools: {
          base: 'alpine:3.20',
          // @ts-expect-error
          apt: ['git'],
        },
      },
    });
  });

  test('apk on Debian and Ubuntu', () => {
    defineImage({
      base: 'debian:bookworm-slim',
      // @ts-expect-error
      apk: ['git'],
    });
    defineImage({
      base: 'ubuntu:24.04',
      // @ts-expect-error
      apk: ['git'],
    });
  });
});

import { describe, expect, it } from 'vitest';
import { checkFrontend, checkPlatforms, frontendIn } from '../../../src/cli/doctor/builder.js';
import type { Project } from '../../../src/cli/project.js';
import { compile, defineImage } from '../../../src/index.js';

type Definition = Parameters<typeof defineImage>[0];

function compiled(definition: Definition) {
  const result = compile(defineImage(definition));
  if (!result.ok) throw new Error(JSON.stringify(result.diagnostics));
  return result;
}

describe('frontendIn', () => {
  it.each([
    ['docker', undefined, '28.5.2', '1.19'],
    ['docker', undefined, '28.4', '1.18'],
    ['docker', undefined, '27.3.1', '1.10'],
    ['docker', undefined, '23.0.6', '1.4'],
    ['docker', undefined, '31.0', '1.20'],
    ['docker', undefined, '17.09', undefined],
    ['docker', '0.25.1', undefined, undefined],
    ['docker-container', '0.26.2', '20.10', '1.20'],
    ['docker-container', '0.12.5', undefined, '1.6'],
    ['docker-container', undefined, '28.5', undefined],
  ])('tells the frontend of the driver %s with BuildKit %s in Docker %s: %s', (driver, buildKit, engine, frontend) => {
    const facts = { name: 'tides', driver, platforms: [], classic: false, ...(buildKit === undefined ? {} : { buildKit }) };
    expect(frontendIn(facts, engine)).toBe(frontend);
  });
});

describe('checkFrontend', () => {
  const parents = { base: 'debian:bookworm-slim', copy: [{ from: 'docs/*.md', to: '/srv/', parents: true }] } satisfies Definition;

  it('tells of a feature that the builder does not know, and what to do', () => {
    expect(checkFrontend(compiled(parents).program, '1.19')).toEqual([
      {
        subject: 'frontend',
        message: 'the builder has 1.19, which does not know COPY --parents',
        hint: "update Docker to 29.1 or newer, write dockerfile: { frontend: '1.20' }, or name the target of each folder: { from: 'a/b', to: '/app/a/b' }",
      },
    ]);
    expect(checkFrontend(compiled(parents).program, '1.20')).toEqual([]);
  });

  it('tells of a builder that is older than what Dockerfiles are for', () => {
    expect(checkFrontend(compiled({ base: 'debian:bookworm-slim' }).program, '1.6')).toEqual([
      {
        subject: 'frontend',
        message: 'the builder has 1.6, and the Dockerfile is for 1.10 or newer',
        hint: "update Docker to 27.3 or newer, or write dockerfile: { frontend: '1.10' }, which fetches it",
      },
    ]);
  });

  it('says nothing where another reads the Dockerfile', () => {
    const with_ = (dockerfile: Definition['dockerfile']) => compiled({ base: 'debian:bookworm-slim', dockerfile: dockerfile! }).program;
    expect([
      checkFrontend(with_({ frontend: '1.20' }), '1.4'),
      checkFrontend(with_({ for: 'buildah' }), '1.4'),
      checkFrontend(with_({ for: 'legacy' }), '1.4'),
    ]).toEqual([[], [], []]);
  });
});

describe('checkPlatforms', () => {
  const project = (...platforms: readonly string[]) =>
    ({ images: [{ compiled: compiled({ base: 'debian:bookworm-slim', platforms: [...platforms] as never }) }] }) as unknown as Project;

  it('tells of a platform that the builder cannot run, and how to emulate it', () => {
    expect(
      checkPlatforms(project('linux/amd64', 'linux/arm64', 'linux/arm/v7'), { platforms: ['linux/amd64', 'linux/amd64/v2', 'linux/arm/v7'] }),
    ).toEqual([
      { subject: 'platform linux/amd64', message: 'the builder runs it' },
      { subject: 'platform linux/arm/v7', message: 'the builder runs it' },
      {
        subject: 'platform linux/arm64',
        message: 'the builder cannot run commands of it',
        hint: 'emulate it: docker run --privileged --rm tonistiigi/binfmt --install arm64; or add a builder of a machine that has it: docker buildx create --append',
      },
    ]);
    expect(checkPlatforms(undefined, { platforms: [] })).toEqual([]);
  });
});

import { describe, expect, it } from 'vitest';
import { originText } from '../../../src/origin.js';
import { compile } from '../../../src/pipeline.js';
import { bind, cache } from '../../../src/spec/mounts.js';
import { copy, run } from '../../../src/spec/steps.js';
import { definePreset } from '../../../src/spec/define-preset.js';
import { dump } from '../../../src/ir/dump.js';
import type { ImageDefinition } from '../../../src/spec/types.js';

function compiled(definition: object, path?: string) {
  const result = compile({ base: 'debian:bookworm-slim', ...definition } as ImageDefinition, path === undefined ? {} : { path });
  if (!result.ok)
    return { faults: result.diagnostics.map(({ code, origin, message, hint }) => `${code} ${originText(origin)}: ${message} | ${hint}`) };
  const { dockerfile, dockerignore, spec, program } = result;
  const body = (text: string) => text.split('\n').slice(3).join('\n');
  return { dockerfile: body(dockerfile), dockerignore: body(dockerignore), spec, dump: dump(program) };
}

describe('context', () => {
  it('is said in the Dockerfile where it is another than its folder', () => {
    expect(compiled({ context: '../', copy: { src: '/src/' } }).dockerfile).toBe(`# The build context is "..": docker build --file Dockerfile ..

FROM debian:bookworm-slim

COPY src /src/
`);
    expect(compiled({ context: './.' }).dockerfile).toBe('FROM debian:bookworm-slim\n');
  });

  it.each([
    ['..', '/home/someone/tide/docker', ['docker/image.ts', 'docker/Dockerfile', 'docker/Dockerfile.dockerignore', 'docker/*.Dockerfile']],
    ['../..', 'C:/tide/build/docker', ['build/docker/image.ts', 'build/docker/Dockerfile', 'build/docker/Dockerfile.dockerignore']],
    ['..', undefined, ['**/image.ts', '**/Dockerfile', '**/Dockerfile.dockerignore']],
    ['src', '/home/someone/tide', ['.dockerignore']],
    ['.', '/home/someone/tide', ['image.ts', 'Dockerfile', 'Dockerfile.dockerignore']],
  ])('keeps the own files out wherever they are in it: %s of %s', (context, path, own) => {
    const { dockerignore = '' } = compiled({ context, copy: { '.': '/src/' } }, path);
    expect(dockerignore.split('\n').slice(1, own.length + 1)).toEqual(own);
  });
});

describe('contexts', () => {
  const contexts = { tools: { image: 'alpine:3.20' }, data: '../data/', repo: 'https://git.example.org/a.git#v1', given: null };

  it('are what COPY and mounts take files from', () => {
    const { dockerfile, spec } = compiled({
      contexts,
      steps: [
        copy('tables', '/srv/', { context: 'data' }),
        run('make', { mounts: [bind('/in', { context: 'given', source: 'a' }), cache('/c', { context: 'tools', source: '/etc' })] }),
      ],
    });
    expect(dockerfile)
      .toBe(`# It takes files from "data", "given", "repo", "tools", too: docker build --build-context data=../data --build-context given=… --build-context 'repo=https://git.example.org/a.git#v1' --build-context tools=docker-image://alpine:3.20 .

FROM debian:bookworm-slim

COPY --from=data tables /srv/

RUN --mount=type=bind,from=given,source=a,target=/in \\
    --mount=type=cache,target=/c,from=tools,source=/etc \\
    make
`);
    expect(spec?.contexts.map(({ name, value }) => `${name}=${value}`)).toEqual([
      'data=../data',
      'given=undefined',
      'repo=https://git.example.org/a.git#v1',
      'tools=docker-image://alpine:3.20',
    ]);
  });

  it('are in the program, and their files are not sent with the build context', () => {
    const result = compiled({ contexts: { data: '../data' }, context: '..', copy: [{ context: 'data', from: '.', to: '/d/' }] });
    expect(result.dump).toBe(`(program
  (stage
    (from "debian:bookworm-slim")
    (copy (from context data) (sources ".") (to "/d/")))
  (context "..")
  (context data "../data"))
`);
    expect(result.dockerignore).toContain('\n*\n');
  });

  it('merge by name, and what a preset says is replaced', () => {
    const preset = definePreset({ name: 'tide', define: () => ({ contexts: { a: '../a', b: '../b' } }) });
    const { spec } = compiled({ presets: [preset()], contexts: { b: '../c' } });
    expect(spec?.contexts.map(({ name, value }) => `${name}=${value}`)).toEqual(['a=../a', 'b=../c']);
  });
});

describe('platforms', () => {
  it('are sorted, each once, and change nothing in the Dockerfile', () => {
    const { spec, dockerfile } = compiled({ platforms: ['linux/arm64', 'linux/amd64', 'linux/arm64', 'linux/arm/v7'] });
    expect(spec?.platforms.map(({ value }) => value)).toEqual(['linux/amd64', 'linux/arm/v7', 'linux/arm64']);
    expect(dockerfile).toBe('FROM debian:bookworm-slim\n');
  });
});

it('takes the epoch that it knows', () => {
  expect(compiled({ epoch: 1 }).dockerfile).toBe('FROM debian:bookworm-slim\n');
});

it.each<[object, string]>([
  [
    { epoch: 2 },
    'unknown-epoch epoch: this version of imagewright knows epoch 1, not 2 | write epoch: 1, or use the version that the definition was made with',
  ],
  [{ platforms: ['linux/amd46'] }, 'bad-platform platforms[0]: "linux/amd46" is no platform | did you mean "linux/amd64"?'],
  [{ platforms: ['amd64'] }, `bad-platform platforms[0]: "amd64" is no platform | write system and architecture: 'linux/amd64'`],
  [{ context: '/srv' }, `bad-context context: "/srv" is absolute, which no other machine has | write it relative to the folder of image.ts: '..'`],
  [
    { context: 'https://example.org' },
    'bad-context context: "https://example.org" is a URL, not a folder | name a folder, or declare it under "contexts"',
  ],
  [{ context: '..\\a' }, 'bad-context context: "..\\\\a" has a backslash | write slashes'],
  [
    { contexts: { a: 'docker-image://alpine' } },
    'bad-context contexts.a: "docker-image://alpine" is no context that builders know | write { image: "alpine" }',
  ],
  [
    { contexts: { a: 'ftp://example.org' } },
    `bad-context contexts.a: "ftp://example.org" is no context that builders know | begin it with 'https://'`,
  ],
  [{ contexts: { a: 'b=c' } }, 'bad-context contexts.a: "b=c" has a "=" in it | rename it'],
  [
    { contexts: { A: '..' } },
    'bad-name contexts.A: "A" cannot be the name of a context | write lower-case letters, digits, "_", "." and "-", and a letter first',
  ],
  [
    { copy: [{ context: 'data', from: '.', to: '/' }] },
    `unknown-context copy[0].context: there is no context "data" | declare it: contexts: { data: '../data' }`,
  ],
  [
    { contexts: { data: '..' }, copy: [{ context: 'dat', from: '.', to: '/' }] },
    'unknown-context copy[0].context: there is no context "dat" | did you mean "data"?',
  ],
  [
    { contexts: { data: '..' }, copy: [{ context: 'data', image: 'alpine:3', from: '.', to: '/' }] },
    'two-sources copy[0]: the copy names both an image and a context | leave one of them out',
  ],
  [
    { contexts: { build: '..' }, stages: { build: { base: 'debian:12' } } },
    'context-as-stage contexts.build: "build" is a stage of this definition, too, and the builder would take the context in its place | give one of them another name',
  ],
])('refuses %j', (definition, fault) => {
  expect(compiled(definition).faults).toEqual([fault]);
});

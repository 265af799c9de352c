import { describe, expect, it } from 'vitest';
import { originText } from '../../src/origin.js';
import { compile } from '../../src/pipeline.js';
import { arg, run as runStep } from '../../src/spec/steps.js';
import type { ImageDefinition } from '../../src/spec/types.js';
import { expand } from '../../src/spec/values.js';
import { dockerfile } from './dockerfile.js';
import { at, faults, lowered, run, stage, system } from './specs.js';

const release = (value: string, name = 'RELEASE') => ({ name, default: [value], scope: 'global' as const, origin: at('args', name) });

it('puts global arguments before the first stage and repeats those that a stage uses', () => {
  const unused = release('x', 'UNUSED');
  const token = { name: 'TOKEN', scope: 'stage' as const, origin: at('args', 'TOKEN') };
  expect(lowered(stage('debian:${RELEASE}', { args: [release('bookworm'), unused, token], steps: [run('echo $RELEASE')] }))).toBe(`(program
  (arg RELEASE "bookworm")
  (arg UNUSED "x")
  (stage
    (from (text "debian:" (var RELEASE)))
    (arg RELEASE)
    (arg TOKEN)
    (run (commands ("echo $RELEASE" isolated)))))
`);
});

it('repeats the global arguments of other stages where they are used, unless the stage sets them itself', () => {
  const stages = [
    stage('debian:${RELEASE}', { name: 'build', args: [release('bookworm'), release('x', 'UNUSED')] }),
    stage('debian:bookworm', {
      name: 'docs',
      args: [{ name: 'IMAGE', default: ['debian:', { variable: 'RELEASE' }], scope: 'stage', origin: at('stages', 'docs', 'args', 'IMAGE') }],
    }),
    stage('debian:bookworm', { name: 'own', env: [{ name: 'RELEASE', value: ['y'], origin: at('env', 'RELEASE') }], steps: [run('echo $RELEASE')] }),
    stage('debian:bookworm', { env: [{ name: 'A', value: [{ variable: 'RELEASE' }], origin: at('env', 'A') }] }),
  ];
  expect(lowered(...stages)).toBe(`(program
  (arg RELEASE "bookworm")
  (arg UNUSED "x")
  (stage build
    (from (text "debian:" (var RELEASE))))
  (stage docs
    (from "debian:bookworm")
    (arg RELEASE)
    (arg IMAGE (text "debian:" (var RELEASE))))
  (stage own
    (from "debian:bookworm")
    (env ("RELEASE" "y"))
    (run (commands ("echo $RELEASE" isolated))))
  (stage
    (from "debian:bookworm")
    (arg RELEASE)
    (env ("A" (var RELEASE)))))
`);
});

it('takes the facts of the base from the default', () => {
  const git = system('apt', ['git']);
  expect(faults(stage('debian:${RELEASE}', { args: [release('bookworm')], system: [git] }))).toEqual([]);
  expect(faults(stage('${IMAGE:-alpine}:${RELEASE}', { args: [release('3.20')], system: [git] }))).toEqual([
    'wrong-manager: "${IMAGE:-alpine}:${RELEASE}" is Alpine Linux, whose package manager is apk | write apk: [...] instead',
  ]);
  expect(faults(stage('debian:$RELEASE', { args: [], system: [git] }))).toEqual([
    `unknown-base: "debian:$RELEASE" is not a base image that imagewright knows, and apt depends on its distribution | say what it is made from: base: { image: expand('debian:$RELEASE'), distro: 'debian:bookworm' }`,
  ]);
});

describe('where packages of languages are installed', () => {
  const placed = (definition: Partial<ImageDefinition>) =>
    dockerfile({ base: 'python:3.12-slim', pip: { packages: ['numpy'], venv: false }, ...definition } as ImageDefinition)
      .replaceAll(/ \\\n\s+/g, ' ')
      .split('\n')
      .filter((line) => /^(?:ARG|ENV|RUN|LABEL)/.test(line))
      .map((line) => line.replace(/^RUN .*/, 'RUN …'));

  it('puts an argument behind them: with another value, nothing is installed again', () => {
    expect(placed({ args: { VERSION: '1' }, labels: { version: expand('$VERSION') } })).toEqual([
      'RUN …',
      'ARG VERSION=1',
      'LABEL version=${VERSION}',
    ]);
  });

  it('leaves those before them that installers read, by name or in a variable, and those that come before', () => {
    expect(placed({ args: { RELEASE: null, CFLAGS: null, VERSION: '1' } })).toEqual(['ARG RELEASE', 'ARG CFLAGS', 'RUN …', 'ARG VERSION=1']);
    const env = { PIP_INDEX_URL: expand('https://$HOST/simple'), CFLAGS: '-O2', TIDE: 'ebb' };
    expect(placed({ args: { HOST: 'pypi.example.org', VERSION: '1' }, env })).toEqual([
      'ARG HOST=pypi.example.org',
      'ENV PIP_INDEX_URL=https://${HOST}/simple CFLAGS=-O2',
      'RUN …',
      'ARG VERSION=1',
      'ENV TIDE=ebb',
    ]);
  });

  it('lets the environment have the last word', () => {
    expect(placed({ args: { MODE: 'fast' }, env: { MODE: 'slow', PIP_NO_INPUT: '1' } })).toEqual([
      'ARG MODE=fast',
      'ENV MODE=slow PIP_NO_INPUT=1',
      'RUN …',
    ]);
  });

  it('leaves all before scripts of the author’s that run between', () => {
    const npm = { build: { script: 'build', sources: ['src'], outputs: ['dist'] } } as const;
    const text = dockerfile({ base: 'node:22-slim', npm, args: { API: null } } as ImageDefinition);
    expect(text.indexOf('ARG API')).toBeLessThan(text.indexOf('npm ci'));
  });
});

it('refuses one global argument with two defaults', () => {
  const first = stage('debian:bookworm', { name: 'first', args: [release('bookworm')] });
  expect(faults(first, stage('debian:bookworm', { args: [release('trixie')] }))).toEqual([
    'conflicting-args: "RELEASE" is a global build argument with two different defaults | give it one default, in one stage',
  ]);
});

describe('what the builder sets', () => {
  const compiled = (definition: object) => {
    const result = compile(definition as ImageDefinition, { comments: false });
    if (!result.ok) return result.diagnostics.map(({ code, origin, message, hint }) => `${code} ${originText(origin)}: ${message} | ${hint}`);
    return result.dockerfile.split('\n').slice(3).join('\n');
  };

  it('is declared where a stage names it, in a text or in a script', () => {
    const stages = { build: { base: { image: 'golang:1.24', platform: expand('$BUILDPLATFORM') }, run: ['GOARCH=$TARGETARCH go build'] } };
    const labels = { 'org.example.platform': expand('${TARGETPLATFORM}') };
    const copy = [{ stage: 'build', from: expand('/out/$TARGETARCH/tool'), to: '/usr/bin/' }];
    expect(compiled({ base: 'debian:bookworm-slim', stages, copy, labels })).toBe(`FROM --platform=$BUILDPLATFORM golang:1.24 AS build
ARG TARGETARCH

RUN GOARCH=$TARGETARCH go build

FROM debian:bookworm-slim
ARG TARGETPLATFORM
ARG TARGETARCH

COPY --from=build /out/\${TARGETARCH}/tool /usr/bin/

LABEL org.example.platform=\${TARGETPLATFORM}
`);
  });

  it('is not declared twice, nor where nothing names it', () => {
    const steps = [arg('TARGETARCH'), runStep('echo $TARGETARCH $TARGETARCHITECTURE')];
    expect(compiled({ base: 'debian:bookworm-slim', steps })).toBe(
      'FROM debian:bookworm-slim\nARG TARGETARCH\n\nRUN echo $TARGETARCH $TARGETARCHITECTURE\n',
    );
  });

  it.each([
    [
      { args: { https_proxy: null } },
      'predefined-argument args.https_proxy: "https_proxy" is known to every command of a build, and only a declaration would keep it in the image\'s history | leave it out; give it with --build-arg https_proxy=…',
    ],
    [
      { steps: [arg({ HTTP_PROXY: 'http://proxy.example.org:3128' })] },
      'predefined-argument steps[0].args.HTTP_PROXY: "HTTP_PROXY" is known to every command of a build, and only a declaration would keep it in the image\'s history | leave it out; give it with --build-arg HTTP_PROXY=…',
    ],
    [
      { base: { image: 'debian:12', platform: expand('$MINE') } },
      `unknown-argument base: "MINE" is no global build argument, and a base sees no other | declare it: args: { MINE: { default: '…', scope: 'global' } }`,
    ],
    [
      { base: { image: 'debian:12', platform: expand('a b') } },
      `bad-platform base.platform.text: "a b" is no platform with variables | write it as in expand('$BUILDPLATFORM')`,
    ],
  ])('refuses %j', (definition, fault) => {
    expect(compiled({ base: 'debian:bookworm-slim', ...definition })).toEqual([fault]);
  });

  it('warns of a proxy that would stay in the image', () => {
    const result = compile({ base: 'debian:bookworm-slim', env: { no_proxy: 'example.org' } });
    expect(result.diagnostics).toEqual([
      {
        code: 'baked-proxy',
        severity: 'warning',
        origin: { path: ['env', 'no_proxy'] },
        message: '"no_proxy" stays in the image, for whoever runs it in whatever network',
        hint: 'leave it out; give it to a build with --build-arg no_proxy=…, and to a container with -e',
      },
    ]);
  });
});

import { describe, expect, it } from 'vitest';
import type { BuildOptions, Engine, RunOptions } from '../../src/engine/engine.js';
import { engines } from '../../src/engine/index.js';

const build: BuildOptions = {
  file: 'Dockerfile',
  ignoreFile: 'Dockerfile.dockerignore',
  tags: ['team/tides:1', 'tides'],
  target: 'ebb',
  platforms: ['linux/amd64', 'linux/arm64'],
  push: true,
  load: true,
  cache: false,
  cacheFrom: ['a'],
  cacheTo: ['b'],
  secrets: ['id=key,src=key'],
  extra: ['--progress=plain'],
  context: '.',
};

const run: RunOptions = {
  image: '--privileged',
  name: 'sea',
  interactive: true,
  tty: true,
  detach: true,
  remove: true,
  mounts: [
    { kind: 'bind', host: '/home/a,b "c"', to: '/data', readOnly: true },
    { kind: 'volume', volume: 'cache', to: '/cache' },
  ],
  volumes: ['/a:/b:ro'],
  ports: ['80:80'],
  env: [{ name: 'A', value: '$(id) b' }],
  user: '1000:1000',
  command: ['--rm', '; id'],
};

const ran = [
  ...['run', '--rm', '-d', '-i', '-t', '--name', 'sea', '--user', '1000:1000'],
  ...['--mount', 'type=bind,"source=/home/a,b ""c""",target=/data,readonly', '--mount', 'type=volume,source=cache,target=/cache'],
  ...['-v', '/a:/b:ro', '-p', '80:80', '-e', 'A=$(id) b', '--', '--privileged', '--rm', '; id'],
];

const shared = ['--no-cache', '--cache-from', 'a', '--cache-to', 'b', '--secret', 'id=key,src=key', '--progress=plain', '--', '.'];

describe('docker', () => {
  it('builds, pushes and loads by one command', () => {
    expect(engines.docker.buildArguments(build)).toEqual([
      [
        ...[
          'build',
          '-f',
          'Dockerfile',
          '-t',
          'team/tides:1',
          '-t',
          'tides',
          '--target',
          'ebb',
          '--platform',
          'linux/amd64,linux/arm64',
          '--push',
          '--load',
        ],
        ...shared,
      ],
    ]);
  });
});

describe.each(['podman', 'buildah'] as const)('%s', (name) => {
  it('gathers platforms in a manifest, and pushes that', () => {
    expect(engines[name].buildArguments(build)).toEqual([
      [
        ...[
          'build',
          '-f',
          'Dockerfile',
          '--ignorefile',
          'Dockerfile.dockerignore',
          '--format',
          'docker',
          '--manifest',
          'team/tides:1',
          '--manifest',
          'tides',
        ],
        ...['--target', 'ebb', '--platform', 'linux/amd64,linux/arm64', ...shared],
      ],
      ['manifest', 'push', '--all', '--', 'team/tides:1'],
      ['manifest', 'push', '--all', '--', 'tides'],
    ]);
  });

  it('tags one platform, and pushes each tag', () => {
    const { tags } = build;
    expect(engines[name].buildArguments({ ...build, platforms: [], target: undefined })).toEqual([
      ['build', '-f', 'Dockerfile', '--ignorefile', 'Dockerfile.dockerignore', '--format', 'docker', '-t', tags[0], '-t', tags[1], ...shared],
      ['push', '--', 'team/tides:1'],
      ['push', '--', 'tides'],
    ]);
  });
});

describe('nerdctl', () => {
  it('builds for all platforms by one command, and pushes each tag', () => {
    expect(engines.nerdctl.buildArguments(build)).toEqual([
      ['build', '-f', 'Dockerfile', '-t', 'team/tides:1', '-t', 'tides', '--target', 'ebb', '--platform', 'linux/amd64,linux/arm64', ...shared],
      ['push', '--', 'team/tides:1'],
      ['push', '--', 'tides'],
    ]);
  });
});

describe('run', () => {
  it.each(['docker', 'podman', 'nerdctl'] as const)('is the same for %s: names after --, values that no option can come out of', (name) => {
    expect(engines[name].runArguments?.(run)).toEqual(ran);
  });

  it('is nothing that buildah does', () => {
    const buildah: Engine = engines.buildah;
    expect(buildah.runArguments).toBeUndefined();
  });
});

describe('inspect', () => {
  it.each(Object.values<Engine>(engines))('takes a name for a name: $name', (engine) => {
    expect(engine.inspectArguments('--help').slice(-2)).toEqual(['--', '--help']);
  });
});

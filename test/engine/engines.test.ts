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
  ssh: ['default', 'cluster=key'],
  pull: true,
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
  labels: ['imagewright.project=tides'],
  user: '1000:1000',
  command: ['--rm', '; id'],
};

const ran = [
  ...['run', '--rm', '-d', '-i', '-t', '--name', 'sea', '--user', '1000:1000'],
  ...['--mount', 'type=bind,"source=/home/a,b ""c""",target=/data,readonly', '--mount', 'type=volume,source=cache,target=/cache'],
  ...['-v', '/a:/b:ro', '-p', '80:80', '-e', 'A=$(id) b', '--label', 'imagewright.project=tides', '--', '--privileged', '--rm', '; id'],
];

const given = ['--cache-from', 'a', '--cache-to', 'b', '--secret', 'id=key,src=key', '--ssh', 'default', '--ssh', 'cluster=key'];
const shared = ['--pull', '--no-cache', ...given, '--progress=plain', '--', '.'];
const sharedByBuildah = ['--pull=true', '--no-cache', ...given, '--progress=plain', '--', '.'];
/** What only some engines have. */
const attested = { provenance: 'mode=max', sbom: 'true' };

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
          '--layers',
          '--manifest',
          'team/tides:1',
          '--manifest',
          'tides',
        ],
        ...['--target', 'ebb', '--platform', 'linux/amd64,linux/arm64', ...sharedByBuildah],
      ],
      ['manifest', 'push', '--all', '--', 'team/tides:1', 'docker://docker.io/team/tides:1'],
      ['manifest', 'push', '--all', '--', 'tides', 'docker://docker.io/tides'],
    ]);
  });

  it('tags one platform, and pushes each tag', () => {
    const { tags } = build;
    expect(engines[name].buildArguments({ ...build, platforms: [], target: undefined })).toEqual([
      [
        'build',
        '-f',
        'Dockerfile',
        '--ignorefile',
        'Dockerfile.dockerignore',
        '--format',
        'docker',
        '--layers',
        '-t',
        tags[0],
        '-t',
        tags[1],
        ...sharedByBuildah,
      ],
      ['push', '--', 'team/tides:1', 'docker://docker.io/team/tides:1'],
      ['push', '--', 'tides', 'docker://docker.io/tides'],
    ]);
  });
});

describe.each(['podman', 'buildah'] as const)('%s', (name) => {
  const refused = (options: Partial<BuildOptions>) => engines[name].refused({ ...build, ...options });

  it('names the repository of a cache, which is all that it is to know', () => {
    const caches = {
      cacheFrom: ['type=registry,ref=registry.example.org/tides'],
      cacheTo: ['type=registry,mode=max,ref=registry.example.org/tides'],
    };
    const [words] = engines[name].buildArguments({ ...build, ...caches });
    expect(words?.slice(words.indexOf('--cache-from'), words.indexOf('--secret'))).toEqual([
      ...['--cache-from', 'registry.example.org/tides', '--cache-to', 'registry.example.org/tides'],
    ]);
  });

  it('refuses attestations that are wanted, and says nothing to it of those that are not', () => {
    expect(refused(attested).map(({ option, reason }) => `${option}: ${reason}`)).toEqual([
      '--provenance: writes no attestations',
      '--sbom: writes no attestations; its own --sbom runs a scanner, and saves a file',
    ]);
    const none = { provenance: 'false', sbom: 'false' };
    expect(refused(none)).toEqual([]);
    expect(engines[name].buildArguments({ ...build, ...none })).toEqual(engines[name].buildArguments(build));
  });

  it('refuses caches that are in no registry, and tags of those that are', () => {
    expect(
      refused({ cacheFrom: ['type=local,src=cache'], cacheTo: ['registry.example.org:5000/tides:cache', 'registry.example.org:5000/tides'] }),
    ).toEqual([
      {
        option: '--cache-from type=local,src=cache',
        reason: 'keeps caches in a repository of a registry only',
        remedy: 'name a repository: --cache-from registry.example.org/team/cache',
      },
      {
        option: '--cache-to registry.example.org:5000/tides:cache',
        reason: 'names the tags of a cache itself',
        remedy: 'write --cache-to registry.example.org:5000/tides',
      },
    ]);
  });
});

describe.each(['docker', 'nerdctl'] as const)('%s', (name) => {
  it('attests', () => {
    const [words] = engines[name].buildArguments({ ...build, ...attested });
    expect(words?.slice(-8)).toEqual(['cluster=key', '--provenance', 'mode=max', '--sbom', 'true', '--progress=plain', '--', '.']);
  });
});

describe('docker without BuildKit', () => {
  const legacy = { ...build, legacy: true };

  it('refuses what only BuildKit has', () => {
    expect(engines.docker.refused({ ...legacy, ...attested }).map(({ option }) => option)).toEqual([
      ...['--secret', '--ssh', '--provenance', '--sbom', '--cache-to', '--platform with several platforms'],
    ]);
    expect(engines.docker.refused({ ...build, ...attested })).toEqual([]);
  });

  it('builds with the rest', () => {
    const few = { ...legacy, secrets: [], ssh: [], cacheTo: [], platforms: [], provenance: 'false', push: false };
    expect(engines.docker.refused(few)).toEqual([]);
    expect(engines.docker.buildArguments(few)).toEqual([
      [
        ...['build', '-f', 'Dockerfile', '-t', 'team/tides:1', '-t', 'tides', '--target', 'ebb', '--pull', '--no-cache', '--cache-from', 'a'],
        ...['--progress=plain', '--', '.'],
      ],
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

describe('sharing', () => {
  const names = ['docker', 'podman', 'nerdctl', 'buildah'] as const;
  const push = { name: 'team/tides:1', isIndex: false, extra: ['--quiet'] };
  const pull = { name: 'team/tides:1', platform: 'linux/arm64', extra: ['--quiet'] };
  const hosted = { name: 'sea.example.org/tides:1' };
  const sharing = (name: (typeof names)[number]) => (engines[name] as Engine).sharing;

  it.each(names)('%s is given a user, and never a password', (name) => {
    const login = { registry: 'sea.example.org', user: '--help', passwordOnStdin: true, extra: ['--verbose'] };
    expect(sharing(name).loginArguments(login)).toEqual(['login', '--username', '--help', '--password-stdin', '--verbose', '--', 'sea.example.org']);
    expect(sharing(name).logoutArguments('sea.example.org')).toEqual(['logout', '--', 'sea.example.org']);
    expect(sharing(name).tagArguments('--help', '-x')).toEqual(['tag', '--', '--help', '-x']);
  });

  it.each([
    ['docker', []],
    ['nerdctl', []],
    ['podman', ['--', 'docker.io']],
    ['buildah', ['--', 'docker.io']],
  ] as const)('%s logs in to Docker Hub where no registry is said', (name, place) => {
    expect(sharing(name).loginArguments({ registry: undefined, user: undefined, passwordOnStdin: false, extra: [] })).toEqual(['login', ...place]);
    expect(sharing(name).logoutArguments(undefined)).toEqual(['logout', ...place]);
  });

  it.each([
    ['docker', [], [], 'team/tides:1'],
    ['nerdctl', [], [], 'team/tides:1'],
    ['podman', ['docker://docker.io/team/tides:1'], [], 'docker.io/team/tides:1'],
    ['buildah', ['docker://docker.io/team/tides:1'], ['--policy', 'always'], 'docker.io/team/tides:1'],
  ] as const)('%s pushes to and pulls from Docker Hub what names no host', (name, destination, always, pulled) => {
    expect(sharing(name).pushArguments(push)).toEqual(['push', '--quiet', '--', 'team/tides:1', ...destination]);
    expect(sharing(name).pullArguments(pull)).toEqual(['pull', '--platform', 'linux/arm64', ...always, '--quiet', '--', pulled]);
    expect(sharing(name).pushArguments({ ...push, ...hosted })).toEqual(['push', '--quiet', '--', hosted.name]);
    expect(sharing(name).pullArguments({ ...hosted, platform: undefined, extra: [] })).toEqual(['pull', ...always, '--', hosted.name]);
  });

  it.each(['podman', 'buildah'] as const)('%s pushes the images of several platforms as an index', (name) => {
    const list = ['manifest', 'push', '--all', '--quiet', '--', hosted.name, `docker://${hosted.name}`];
    expect(sharing(name).pushArguments({ ...push, ...hosted, isIndex: true })).toEqual(list);
  });

  it.each([
    ['docker', '{{json .}}', '-x'],
    ['nerdctl', '{{json .}}', '-x'],
    ['podman', 'json', 'docker.io/-x'],
  ] as const)('%s searches Docker Hub', (name, format, term) => {
    const search = { term: '-x', limit: 5 };
    expect(sharing(name).searchArguments?.({ ...search, json: false })).toEqual(['search', '--limit', '5', '--', term]);
    expect(sharing(name).searchArguments?.({ ...search, json: true })).toEqual([
      'search',
      '--limit',
      '5',
      '--no-trunc',
      '--format',
      format,
      '--',
      term,
    ]);
  });

  it('buildah does not search', () => {
    expect(sharing('buildah').searchArguments).toBeUndefined();
  });
});

/** Definitions that the types must accept: every field, short and long, as users write them. */

import { defineImage } from '../../src/spec/define-image.js';
import { definePreset } from '../../src/spec/define-preset.js';
import { bind, cache, secret, ssh, tmpfs } from '../../src/spec/mounts.js';
import { add, arg, copy, env, file, raw, run, shell, user, workdir } from '../../src/spec/steps.js';
import type { ImageDefinition } from '../../src/spec/types.js';
import { expand, override, prependPath } from '../../src/spec/values.js';

export const wordCount = defineImage({
  name: 'word_count',
  version: '0.1',
  base: 'debian:bookworm-slim',
  labels: { maintainer: 'someone@example.org', oci: true },
  apt: ['build-essential', 'nano', 'python3', 'python3-venv'],
  pip: ['numpy', 'matplotlib', 'snakemake'],
  certificates: 'corp-ca.crt',
  timezone: 'UTC',
  locale: 'C.UTF-8',
  workdir: '/opt/word_count',
  copy: { '.': '/opt/word_count/' },
  cmd: ['snakemake', '-s', 'Snakefile_all', '--cores', '1'],
});

export const longForms = defineImage({
  name: 'team/tool',
  version: '1.2.3',
  registry: 'registry.example.org/team',
  tags: ['stable', 'registry.example.org/other/tool:1'],
  base: { image: 'ubuntu:24.04', platform: 'linux/amd64', distro: 'ubuntu:24.04' },
  args: { VERSION: '1.2', COMMIT: null, CHANNEL: { default: expand('$VERSION'), scope: 'global' } },
  shell: ['bash', '-eo', 'pipefail', '-c'],
  env: { JOBS: 4, PATH: prependPath('/opt/bin') },
  certificates: override(['corp-ca.crt']),
  timezone: 'Europe/Berlin',
  locale: 'sr_RS.UTF-8@latin',
  apt: { packages: ['git'], build: override(['gcc']), recommends: true },
  pip: {
    packages: ['numpy>=1.26'],
    requirements: ['requirements.txt'],
    constraints: 'constraints.txt',
    installer: 'uv',
    venv: '/opt/venv',
    python: 'python3.12',
    index: 'https://packages.example.org/simple',
    extraIndexes: ['https://more.example.org/simple'],
    findLinks: ['wheels'],
    requireHashes: true,
    secrets: ['index_token', secret('other', { env: 'OTHER' })],
    project: '.',
    extras: ['plot'],
    uses: ['src'],
    only: 'dependencies',
    installerVersion: '0.9.26',
  },
  uv: {
    project: 'tools',
    extras: ['plot'],
    groups: override(['docs']),
    frozen: false,
    uses: ['tools/src'],
    only: 'dependencies',
    version: '0.9.26',
    venv: '/opt/tools',
    python: 'python3.12',
    secrets: ['token'],
  },
  poetry: true,
  npm: {
    manager: 'pnpm',
    version: '10',
    packages: override(['serve@14.2.4']),
    project: 'web',
    lock: 'pnpm-lock.yaml',
    workspaces: ['web/packages/core'],
    uses: ['web/.npmrc'],
    production: false,
    build: { script: 'bundle', sources: ['web/src'], outputs: ['dist'] },
    workdir: '/opt/web',
    secrets: ['npmrc', secret('npm_token', { env: 'NPM_TOKEN' })],
    toolchain: 'node:22-bookworm-slim',
  },
  user: { name: 'app', uid: 1000, gid: 1000, home: '/home/app', shell: '/bin/bash', groups: ['dialout'], create: true },
  workdir: expand('/opt/$VERSION'),
  copy: [
    {
      from: ['a', 'b'],
      to: '/opt/',
      chown: 'app:app',
      chmod: '755',
      link: true,
      parents: false,
      exclude: ['*.tmp'],
      layer: 'own',
      changes: 'rarely',
    },
  ],
  files: { '/etc/motd': 'Count words.', '/etc/app.conf': { content: 'x', chmod: '0644', chown: 'root', expand: false } },
  run: [
    'make',
    {
      script: ['make', 'install'],
      uses: ['Makefile'],
      mounts: [cache('/root/.cache')],
      network: 'none',
      verbatim: true,
      layer: 'shared',
      env: { A: 'b' },
    },
  ],
  expose: [8080, '53/udp', '8000-8010/tcp'],
  volumes: ['/data'],
  healthcheck: { cmd: ['true'], interval: '30s', timeout: '1m30s', startPeriod: '500ms', startInterval: '1h', retries: 5 },
  stopSignal: 'SIGINT',
  entrypoint: ['tool'],
  cmd: 'make run',
  raw: ['ONBUILD COPY . /app'],
  layers: 'fewest',
  dockerfile: { comments: false },
  ignore: ['**/*.tmp'],
  container: {
    name: 'tool',
    interactive: true,
    detach: false,
    mounts: [
      { host: 'results', to: '/opt/results', readOnly: true },
      { volume: 'data', to: '/data' },
    ],
    ports: [8080, '8081:80'],
    env: { A: 'b' },
    command: ['bash'],
    user: 'caller',
    remove: true,
  },
});

export const staged = defineImage({
  base: { stage: 'runtime' },
  stages: {
    build: {
      base: 'alpine:3.20',
      apk: ['gcc'],
      steps: [
        shell(['sh', '-ec']),
        arg('COMMIT'),
        arg({ VERSION: '1' }),
        env({ CFLAGS: '-O2' }),
        user('builder'),
        workdir('/src'),
        copy('src', '/src/'),
        copy('/lib', '/lib/', { stage: 'runtime' }),
        file('/src/config.h', '#define JOBS 4\n'),
        run('make', {
          mounts: [
            bind('/in', { stage: 'runtime' }),
            cache(expand('/c$D')),
            bind(expand('/$A'), { source: expand('$B') }),
            secret('s'),
            ssh(),
            tmpfs('/t', { size: 1024 }),
          ],
        }),
        raw('STOPSIGNAL SIGTERM'),
      ],
    },
    runtime: { base: 'debian:bookworm-slim', apt: ['libgomp1'], healthcheck: false },
  },
  copy: [{ stage: 'build', from: '/src/tool', to: '/usr/local/bin/' }, copy('docs', '/docs/')],
  target: 'build',
});

export const upon = defineImage({ name: 'upon', base: wordCount, apt: ['git'] });

const reports = definePreset({
  name: 'reports',
  summary: 'Typesets reports.',
  options: { locale: 'Locale of the reports. @default C.UTF-8' },
  define: ({ locale = 'C.UTF-8' }: { locale?: string }) => ({ base: 'debian:bookworm-slim', apt: ['pandoc'], env: { LANG: locale } }),
});

const pinned = definePreset({ name: 'pinned', define: ({ version }: { version: string }) => ({ pip: [`snakemake==${version}`] }) });

export const fromPresets = defineImage({ presets: [reports(), reports({ locale: 'fr_FR.UTF-8' }), pinned({ version: '9.0.0' })], cmd: ['pandoc'] });

export const asFunction = defineImage(({ env: variables, mode, args }) => ({
  base: `python:${variables['PYTHON'] ?? '3.12'}-slim-bookworm`,
  labels: { mode, args: args.join(' ') },
}));

export const asAsyncFunction = defineImage(async () => defineImage({ base: 'debian:bookworm-slim' }));

export const wholeLanguage = defineImage({
  base: { image: 'debian:bookworm-slim', platform: expand('$BUILDPLATFORM') },
  context: '..',
  contexts: { data: '../data', tools: { image: 'alpine:3.20' }, given: null },
  platforms: ['linux/amd64', 'linux/arm64'],
  epoch: 1,
  lint: { 'copied-secret': 'error', 'shell-form-command': 'off' },
  stages: {
    build: {
      base: 'debian:bookworm-slim',
      steps: [
        add({ git: 'https://git.example.org/team/tool.git', ref: 'v1', folder: 'docs', keepGitDir: true, to: '/src' }),
        run('make', {
          mounts: [
            cache('/c', { stage: 'build', source: '/seed', readOnly: true, id: expand('c-$TARGETARCH') }),
            bind('/in', { context: 'data' }),
            secret('word', { required: false, env: 'WORD' }),
            ssh('key', { target: '/agent', required: true }),
            tmpfs('/t', { size: '256m' }),
          ],
        }),
      ],
    },
  },
  add: [
    { url: expand('https://example.org/tool-$VERSION.tar.gz'), checksum: `sha256:${'0'.repeat(64)}`, to: '/opt/', unpack: true },
    { archive: ['a.tar', 'b.tar'], to: '/', chmod: 'u=rwX,go=rX', exclude: ['*.tmp'], link: true },
  ],
  copy: [
    { stage: 'build', from: expand('/out/$TARGETARCH/tool'), to: '/usr/bin/', chmod: 'a+x' },
    { context: 'data', from: ['a', 'b'], to: expand('/srv/$NAME/') },
  ],
  labels: { 'org.example.commit': expand('$COMMIT') },
  onbuild: [copy('.', '/app/'), add({ archive: 'a.tar', to: '/' }), run('make')],
});

export const onWindows = defineImage({
  base: 'mcr.microsoft.com/windows/servercore:ltsc2022',
  workdir: 'C:/app',
  files: { 'C:\\app\\motd.txt': 'Hello' },
});

export const asList = defineImage([wordCount, { base: 'debian:bookworm-slim' }]);

export const asRecord = defineImage({ counter: wordCount, other: { base: 'debian:bookworm-slim', apt: ['git'] } });

declare const isAlpine: boolean;
declare const release: string;

export const managers = [
  defineImage({ base: 'fedora:41', dnf: ['git'] }),
  defineImage({ base: 'opensuse/leap:15.6', zypper: ['git'] }),
  defineImage({ base: 'archlinux', pacman: ['git'] }),
  defineImage({ base: { image: 'python:3.12-alpine' }, apk: ['git'] }),
  defineImage({ base: { image: 'registry.example.org/team/alpine:1', distro: 'debian:12' }, apt: ['git'] }),
  defineImage({ base: 'registry.example.org:5000/alpine-tools/base:12', apt: ['git'] }),
  defineImage({ base: `registry.example.org/base:${release}`, apt: ['git'] }),
  defineImage({ base: isAlpine ? 'alpine:3.20' : 'debian:bookworm-slim', apt: ['git'] }),
];

const sha256 = 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855';

export const repositories = [
  defineImage({
    base: 'debian:bookworm-slim',
    apt: {
      packages: ['tool'],
      repositories: [
        {
          uri: 'https://packages.example.org/debian',
          suites: 'bookworm',
          components: ['main'],
          key: { url: 'https://packages.example.org/key.asc', sha256 },
        },
        { uri: 'https://packages.example.org/flat', suites: './', key: '/usr/share/keyrings/example.gpg' },
      ],
      debs: [{ url: 'https://packages.example.org/tool.deb', sha256 }],
    },
  }),
  defineImage({ base: 'ubuntu:24.04', apt: { packages: ['python3.13'], ppas: [{ ppa: 'deadsnakes/ppa', key: { file: 'deadsnakes.asc' } }] } }),
  defineImage({ base: 'rockylinux:9', dnf: { packages: ['nodejs'], modules: ['nodejs:20'], epel: true } }),
];

export const expanded = defineImage({
  base: 'debian:bookworm-slim',
  args: { PORT: 8080, NAME: 'nobody' },
  steps: [
    user(expand('$NAME')),
    user('root'),
    copy('a', '/a', { chown: expand('$NAME'), chmod: expand('0$MODE') }),
    add({ archive: 'a.tar', to: '/b', chmod: expand('u=rwX,go=$MODE') }),
    file('/c', 'x', { chown: expand('$NAME:$NAME'), chmod: expand('$MODE') }),
  ],
  expose: [expand('$PORT'), 8081, expand('53/${PROTOCOL:-udp}')],
  user: expand('$NAME:games'),
  volumes: ['/data', expand('/data/$NAME')],
  stopSignal: expand('SIG${SIGNAL:-INT}'),
});

export const expandedBase = defineImage({
  base: expand('debian:${RELEASE}-slim'),
  args: { RELEASE: { default: 'bookworm', scope: 'global' } },
  entrypoint: [],
  cmd: [],
  stages: { build: { base: { image: expand('alpine:${ALPINE}') }, args: { ALPINE: { default: '3.20', scope: 'global' } }, apk: ['git'] } },
});

declare const port: number;
declare const ports: readonly number[];
declare const text: string;
declare const isLarge: boolean;
declare const anything: ImageDefinition;
declare const several: Readonly<Record<string, ImageDefinition>>;

const shared = { apt: ['git'], env: { LANG: 'C.UTF-8' } } as const;

/** Values of which the types know little, and those that are put together. */
export const widened = [
  defineImage({
    base: text,
    workdir: `/opt/${text}`,
    expose: [port, `${port}/tcp`, `${port}-${port}`, 8080],
    container: { ports: [port, text, '8080:80'] },
  }),
  defineImage({ base: 'debian:bookworm-slim', expose: ports, ...shared, env: { ...shared.env, JOBS: port } }),
  defineImage({ base: 'debian:bookworm-slim', ...(isLarge ? { pip: ['numpy'] } : {}), apt: isLarge ? ['git', ...shared.apt] : [] }),
  defineImage({
    base: 'debian:bookworm-slim',
    apt: override(['git']),
    expose: override([8080]),
    stages: isLarge ? { build: { base: 'scratch' } } : {},
  }),
  defineImage(anything),
  defineImage({ ...anything, version: '2' }),
  defineImage({ base: 'alpine:3.20', apk: ['git'] } satisfies ImageDefinition),
  defineImage(several),
  defineImage([anything, wordCount]),
];

export const functions = [
  defineImage(({ mode }) => (mode === 'run' ? { base: 'alpine:3.20', apk: ['git'] } : { base: 'debian:bookworm-slim', apt: ['git'] })),
  defineImage(({ mode, env: variables }) => {
    if (mode === 'run') return wordCount;
    return { base: 'debian:bookworm-slim', ...(variables['CI'] === undefined ? {} : { labels: { ci: 'yes' } }) };
  }),
  defineImage(async ({ args }) => ({ base: { stage: 'build' }, stages: { build: { base: 'alpine:3.20', apk: [...args] } }, target: 'build' })),
  defineImage((): ImageDefinition => ({ base: 'debian:bookworm-slim', apt: ['git'] })),
  defineImage(async (): Promise<ImageDefinition> => anything),
  defineImage(() => ({ presets: [reports()], cmd: ['pandoc'], steps: [copy('a', '/a'), run('make')] })),
];

/** Names of images that are names of fields, too. */
export const namedAsFields = defineImage({ r: { base: 'r-base:4.4.1' }, go: { presets: [reports()] } });

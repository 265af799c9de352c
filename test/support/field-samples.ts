/**
 * Definitions in which every field that takes a text has one: the rows of the matrix of nasty strings. A text stands once in what is made of its definition, so
 * that where it is found, it came from its field.
 */

import { defineImage } from '../../src/spec/define-image.js';
import { bind, cache, secret, ssh, tmpfs } from '../../src/spec/mounts.js';
import { add, arg, copy, env, file, raw, run, shell, user, workdir } from '../../src/spec/steps.js';
import type { Add, Copy, PartialDefinition, Step } from '../../src/spec/types.js';
import { expand } from '../../src/spec/values.js';

const DEBIAN = 'debian:bookworm-slim';
const SHA256 = '0123456789abcdef'.repeat(4);
const OTHER_SHA256 = '123456789abcdef0'.repeat(4);
const COMMIT = 'fedcba98'.repeat(5);
const FINGERPRINT = '0123456789ABCDEF0123456789ABCDEF01234567';

/** What takes files from elsewhere. */
const around = {
  base: DEBIAN,
  stages: { surge: { base: 'alpine:3.20' } },
  contexts: { data: null },
  dockerfile: { frontend: '1-labs' },
} satisfies PartialDefinition;

const image: readonly PartialDefinition[] = [
  {
    ...{ base: DEBIAN, name: 'tides', version: '1.7', tags: ['stable'], registry: 'registry.example.org/team', layers: 'cache' },
    ...{ lint: { 'copied-secret': 'error', 'shell-form-command': 'off' } },
    ...{ ignore: ['*.bak'], context: 'moon', contexts: { data: '../shared', tools: { image: 'alpine:3.20' } }, platforms: ['linux/arm64'] },
    copy: [
      { context: 'data', from: 'wet/sand', to: '/opt/beach' },
      { context: 'tools', from: '/srv/mud', to: '/opt/dune' },
    ],
  },
  { base: DEBIAN, dockerfile: { for: 'buildkit', frontend: '1.20', escape: '\\', checks: { skip: ['JSONArgsRecommended'] } } },
  { base: DEBIAN, dockerfile: { checks: { skip: 'all' } } },
  {
    base: DEBIAN,
    container: {
      name: 'ebb',
      mounts: [
        { host: 'results', to: '/srv/measured' },
        { volume: 'pond', to: '/srv/lagoon' },
      ],
      ports: ['8080:80'],
      env: { DEPTH: 'deep' },
      command: ['gaze', 'again'],
      user: 'caller',
    },
  },
  { base: DEBIAN, stages: { surge: { base: 'alpine:3.20', env: { HEIGHT: '7' } } }, copy: [{ stage: 'surge', from: '/from', to: '/to' }] },
  { base: { stage: 'surge' }, stages: { surge: { base: DEBIAN } }, target: 'surge' },
];

const bases: readonly PartialDefinition[] = [
  { base: 'registry.example.org/team/shore:1.2', env: { A: 'b' } },
  { base: { image: 'registry.example.org/team/shore:1.2', digest: `sha256:${SHA256}`, platform: 'linux/arm64', distro: 'debian:12' }, apt: ['git'] },
  { base: { image: expand('registry.example.org/team/shore:1.2'), platform: expand('linux/arm64') } },
  { base: expand('registry.example.org/team/shore:1.2') },
  { base: { stage: 'surge' }, stages: { surge: { base: DEBIAN } } },
  { base: defineImage({ base: DEBIAN, name: 'shore', version: '1.2', tags: ['wet'], registry: 'registry.example.org' }), env: { A: 'b' } },
];

const variables: readonly PartialDefinition[] = [
  {
    base: DEBIAN,
    args: { TIDE: 'high', HEIGHT: expand('seven'), MOON: { default: 'full', scope: 'global' }, SEA: { default: expand('north') } },
    env: { DEPTH: 'deep', WIDTH: expand('wide') },
    labels: { 'org.example.kind': 'wetland', 'org.example.place': expand('shore') },
    shell: ['/bin/bash', '-eo', 'pipefail', '-c'],
  },
];

/** Everything in the fields of the five package managers of systems. */
const system: readonly PartialDefinition[] = [
  { base: DEBIAN, apt: ['tideware'] },
  { base: DEBIAN, layers: 'as-written', apt: { build: ['a-compiler'] }, pip: ['numpy'] },
  {
    base: DEBIAN,
    apt: {
      packages: ['tideware'],
      repositories: [
        {
          ...{ name: 'ebb', uri: 'https://packages.example.org/debian', suites: ['spring'], components: ['high'], architectures: ['arm64'] },
          key: { url: 'https://keys.example.org/signing-one.asc', sha256: SHA256 },
        },
        {
          name: 'flow',
          uri: 'https://mirror.example.net/debian',
          suites: 'neap',
          components: 'deep',
          architectures: 'amd64',
          key: { file: 'keys/signing-two.asc' },
        },
        {
          name: 'slack',
          uri: 'https://mirror.example.com/debian',
          suites: 'slackwater',
          components: 'mid',
          key: '/usr/share/keyrings/signing-three.gpg',
        },
      ],
    },
  },
  { base: DEBIAN, apt: { debs: [{ url: 'https://debs.example.org/tideware_1.deb', sha256: SHA256 }] } },
  {
    base: 'ubuntu:24.04',
    apt: {
      packages: ['tideware'],
      ppas: [
        { ppa: 'owner/archive', key: { url: 'https://keys.example.org/ppa.asc', sha256: SHA256 } },
        { ppa: 'second/archive2', key: { file: 'keys/second.asc' } },
        { ppa: 'third/archive3', key: '/usr/share/keyrings/third.gpg' },
      ],
    },
  },
  { base: 'alpine:3.20', apk: ['tideware'] },
  {
    base: 'alpine:3.20',
    apk: {
      packages: ['tideware'],
      repositories: [
        {
          name: 'ebb',
          uri: 'https://packages.example.org/all',
          tag: 'edge',
          key: { url: 'https://keys.example.org/signing-one.rsa.pub', sha256: SHA256 },
        },
        { name: 'flow', uri: 'https://mirror.example.net/all', key: { file: 'keys/signing-two.rsa.pub' } },
        { name: 'slack', uri: 'https://mirror.example.com/all', key: '/usr/share/keyrings/signing-three.gpg' },
      ],
    },
  },
  { base: 'rockylinux:9', dnf: ['tideware'] },
  {
    base: 'rockylinux:9',
    dnf: {
      ...{ packages: ['tideware'], modules: ['nodejs:20'] },
      repositories: [
        { name: 'ebb', uri: 'https://packages.example.org/all', key: { url: 'https://keys.example.org/signing-one.asc', sha256: SHA256 } },
        { name: 'flow', uri: 'https://mirror.example.net/all', key: { file: 'keys/signing-two.asc' } },
        { name: 'slack', uri: 'https://mirror.example.com/all', key: '/etc/pki/rpm-gpg/signing-three.asc' },
      ],
    },
  },
  { base: 'opensuse/leap:15.6', zypper: ['tideware'] },
  {
    base: 'opensuse/leap:15.6',
    zypper: {
      packages: ['tideware'],
      repositories: [
        { name: 'ebb', uri: 'https://packages.example.org/all', key: { url: 'https://keys.example.org/signing-one.asc', sha256: SHA256 } },
        { name: 'flow', uri: 'https://mirror.example.net/all', key: { file: 'keys/signing-two.asc' } },
        { name: 'slack', uri: 'https://mirror.example.com/all', key: '/etc/pki/rpm-gpg/signing-three.asc' },
      ],
    },
  },
  { base: 'archlinux:base-20240101.0.204074', pacman: ['tideware'] },
  {
    base: 'archlinux:base-20240101.0.204074',
    pacman: {
      packages: ['tideware'],
      repositories: [
        {
          ...{ name: 'ebb', uri: 'https://packages.example.org/all' },
          key: { url: 'https://keys.example.org/signing-one.asc', sha256: SHA256, fingerprint: FINGERPRINT },
        },
        { name: 'flow', uri: 'https://mirror.example.net/all', key: { file: 'keys/signing-two.asc', fingerprint: `${FINGERPRINT.slice(1)}F` } },
      ],
    },
  },
  { base: 'alpine:3.20', layers: 'as-written', apk: { build: ['a-compiler'] }, pip: ['numpy'] },
  { base: 'rockylinux:9', layers: 'as-written', dnf: { build: ['a-compiler'] }, pip: ['numpy'] },
  { base: 'opensuse/leap:15.6', layers: 'as-written', zypper: { build: ['a-compiler'] }, pip: ['numpy'] },
  { base: 'archlinux:base-20240101.0.204074', layers: 'as-written', pacman: { build: ['a-compiler'] }, pip: ['numpy'] },
];

const secrets = ['ticket', secret('login', { target: '/root/.netrc', mode: '0400' }), secret('password', { env: 'SECRET_WORD' })];

const python: readonly PartialDefinition[] = [
  { base: DEBIAN, pip: ['tideware'] },
  {
    base: DEBIAN,
    pip: {
      ...{ packages: ['tideware'], requirements: ['wet/requirements.txt'], constraints: ['dry/constraints.txt'], installer: 'pip' },
      ...{ installerVersion: '26.1', venv: '/opt/pool', python: 'python3.12', index: 'https://index.example.org/simple' },
      ...{ extraIndexes: ['https://more.example.org/simple'], findLinks: ['wheelhouse', 'https://links.example.org/all'], secrets },
    },
  },
  { base: DEBIAN, pip: { requirements: 'wet/requirements.txt', constraints: 'dry/constraints.txt', installer: 'uv' } },
  { base: DEBIAN, pip: { project: 'harbour', extras: ['plot'], uses: ['harbour/quay'] } },
  { base: DEBIAN, pip: { project: 'harbour', only: 'dependencies' } },
  ...(['uv', 'poetry'] as const).flatMap((field): readonly PartialDefinition[] => [
    {
      base: DEBIAN,
      [field]: {
        ...{
          project: 'harbour',
          extras: ['plot'],
          groups: ['manuals'],
          uses: ['harbour/quay'],
          version: '2.1',
          venv: '/opt/pool',
          python: 'python3.12',
        },
        secrets,
      },
    },
    { base: DEBIAN, [field]: { project: 'harbour', only: 'dependencies' } },
  ]),
];

const languages: readonly PartialDefinition[] = [
  { base: DEBIAN, conda: 'wet/environment.yml' },
  { base: DEBIAN, conda: { file: 'wet/environment.yml', tool: 'micromamba', prefix: '/opt/pool', toolchain: 'registry.example.org/mamba:2' } },
  { base: DEBIAN, conda: { lock: 'wet/conda.lock' } },
  { base: DEBIAN, conda: { packages: ['tideware'], channels: ['ebb-forge'] } },
  {
    base: DEBIAN,
    conda: [
      { file: 'wet/environment.yml', tool: 'mamba', prefix: '/opt/pool', toolchain: 'registry.example.org/mamba:2' },
      { packages: ['tideware'], channels: ['ebb-forge'], prefix: '/opt/pond' },
      { lock: 'wet/conda.lock', prefix: '/opt/puddle' },
    ],
  },
  { base: DEBIAN, r: ['tideware'] },
  { base: DEBIAN, r: { packages: ['tideware'], repository: 'https://cran.example.org/all' } },
  { base: DEBIAN, r: { renv: 'wet/renv.lock', bioconductor: { version: '3.20', packages: ['tidebase'] } } },
  { base: DEBIAN, cargo: ['tideware'] },
  { base: DEBIAN, cargo: { packages: ['tideware'], toolchain: 'registry.example.org/rust:1' } },
  { base: DEBIAN, go: ['example.org/tideware@v1.2.3'] },
  { base: DEBIAN, go: { packages: ['example.org/tideware@v1.2.3'], toolchain: 'registry.example.org/golang:1' } },
  { base: DEBIAN, gem: ['tideware'] },
  { base: DEBIAN, gem: { packages: ['tideware'], source: 'https://gems.example.org/all' } },
  {
    base: 'node:22-bookworm-slim',
    npm: {
      ...{ manager: 'npm', version: '10.4', lock: 'npm-shrinkwrap.json', workspaces: ['quay'], uses: ['.settings'] },
      ...{ build: { script: 'compile', sources: ['hull'], outputs: ['public'] }, workdir: '/opt/pool', secrets },
      toolchain: 'registry.example.org/node:22',
    },
  },
  { base: 'node:22-bookworm-slim', npm: { project: 'harbour' } },
  { base: 'node:22-bookworm-slim', npm: { manager: 'yarn', packages: ['tideware'], build: 'compile' } },
];

const users: readonly PartialDefinition[] = [
  { base: DEBIAN, user: 'sailor' },
  { base: DEBIAN, user: expand('sailor') },
  { base: DEBIAN, user: { name: 'sailor', home: '/opt/ship', shell: '/bin/dash', groups: ['crew'] } },
];

const files: readonly PartialDefinition[] = [
  { base: DEBIAN, workdir: '/opt/pool' },
  { base: DEBIAN, workdir: expand('/opt/pool') },
  { base: DEBIAN, copy: { 'wet/sand': '/opt/beach' } },
  { base: DEBIAN, copy: [{ from: 'wet/sand', to: '/opt/beach', layer: 'own', changes: 'rarely' }] },
  { base: DEBIAN, steps: [copy('wet/sand', '/opt/beach', { layer: 'shared', changes: 'often' })] },
  ...[
    { from: 'wet/sand', to: '/opt/beach', chown: 'sailor:crew', chmod: 'u=rwX,go=r', exclude: ['*.salt'] },
    { from: expand('dry/sand'), to: expand('/opt/dune'), chown: expand('pilot:mates'), chmod: expand('0751') },
    { from: ['one/shell', expand('two/shell')], to: '/opt/shells/' },
    { stage: 'surge', from: '/srv/foam', to: '/opt/foam' },
    { image: 'busybox:1.36', from: '/srv/mud', to: '/opt/mud' },
    { context: 'data', from: 'pebbles', to: '/opt/rocks' },
  ].map((item): PartialDefinition => ({ ...around, copy: [item] as Copy })),
  ...[
    { url: 'https://files.example.org/one', checksum: `sha256:${SHA256}`, to: '/opt/one-file', chown: 'sailor:crew', chmod: 'u=rwX,go=r' },
    { url: expand('https://files.example.org/two'), checksum: expand(`sha256:${OTHER_SHA256}`), to: expand('/opt/two-file') },
    { url: ['https://files.example.org/three', expand('https://files.example.org/four')], to: '/opt/files/' },
    { git: 'https://git.example.org/ebb.git', ref: 'v7', folder: 'manual', to: '/opt/ebb-docs', exclude: ['*.salt'] },
    { git: expand('https://git.example.org/flow.git'), ref: expand('v8'), checksum: COMMIT, to: '/opt/flow-docs' },
    { git: 'https://git.example.org/slack.git', ref: 'v9', checksum: expand(COMMIT.replaceAll('f', 'a')), to: '/opt/slack-docs' },
    { archive: 'wet/sand.tar', to: '/opt/beach/' },
    { archive: ['one/shell.tar', 'two/shell.tar'], to: '/opt/shells/' },
    { archive: 'neap.tar', to: '/opt/neap/', chown: expand('pilot:mates'), chmod: expand('0751') },
  ].map((item): PartialDefinition => ({ base: DEBIAN, add: [item] as Add })),
  { base: DEBIAN, certificates: 'wet/company.crt', timezone: 'Europe/Berlin', locale: 'de_DE.UTF-8' },
  { base: DEBIAN, certificates: ['wet/company.crt'] },
  { base: DEBIAN, files: { '/opt/issue': { content: 'neap tide', chown: expand('pilot:mates'), chmod: expand('0751') } } },
  { base: DEBIAN, files: { '/opt/motd': 'spring tide', '/opt/issue': { content: 'neap tide', chown: 'sailor:crew', chmod: '0604' } } },
];

const mounts = [
  cache('/opt/cached', { id: 'shared-cache', sharing: 'locked', stage: 'surge', source: '/srv/seed', mode: '0750' }),
  cache('/opt/cached2', { id: expand('other-cache'), image: 'busybox:1.36' }),
  cache('/opt/cached3', { context: 'data' }),
  cache(expand('/opt/cached4')),
  bind('/opt/bound', { source: 'wet/sand' }),
  bind('/opt/bound2', { stage: 'surge' }),
  bind('/opt/bound3', { image: 'busybox:1.37' }),
  bind('/opt/bound4', { context: 'data' }),
  bind(expand('/opt/bound5'), { source: expand('wet/dune') }),
  secret('ticket', { target: '/opt/secret-file', mode: '0440' }),
  secret('password', { env: 'SECRET_WORD' }),
  ssh('cluster', { target: '/opt/agent', mode: '0600' }),
  tmpfs('/opt/quick', { size: '64m' }),
  tmpfs(expand('/opt/quicker')),
];
const details = { network: 'none', security: 'insecure', devices: ['example.org/buoy=nine'], user: 'sailor', workdir: '/opt/pool' } as const;
const runEnv = { DEPTH: 'deep', WIDTH: expand('wide') };

const commands: readonly PartialDefinition[] = [
  { base: DEBIAN, run: ['make tide'] },
  { base: DEBIAN, run: [{ script: 'make tide', verbatim: true }] },
  { base: DEBIAN, run: [{ script: 'make tide', layer: 'own' }] },
  { base: DEBIAN, run: [{ script: 'make tide', uses: ['dry/sand'] }] },
  { ...around, run: [{ script: 'make tide', ...details, env: runEnv }] },
  ...mounts.map((mount): PartialDefinition => ({ ...around, run: [{ script: 'make tide', mounts: [mount] }] })),
  { base: DEBIAN, run: [{ script: ['make', 'tide'] }] },
  { base: DEBIAN, steps: [run('make tide', { verbatim: true })] },
  { base: DEBIAN, steps: [run('make tide', { layer: 'shared' })] },
  { base: DEBIAN, steps: [run('make tide', { uses: ['dry/sand'] })] },
  { ...around, steps: [run('make tide', { ...details, env: runEnv })] },
  ...mounts.map((mount): PartialDefinition => ({ ...around, steps: [run('make tide', { mounts: [mount] })] })),
  { base: DEBIAN, steps: [run(['make', 'tide'])] },
];

/** What ONBUILD may have, too. */
const triggers: readonly Step[] = [
  copy('wet/sand', '/opt/beach', { chown: 'sailor:crew', chmod: 'u=rwX,go=r', exclude: ['*.salt'] }),
  copy(expand('dry/sand'), expand('/opt/dune'), { chown: expand('pilot:mates'), chmod: expand('0751') }),
  copy(['one/shell', expand('two/shell')], '/opt/shells/'),
  copy('/srv/mud', '/opt/mud', { image: 'busybox:1.36' }),
  copy('pebbles', '/opt/rocks', { context: 'data' }),
  add({ url: 'https://files.example.org/one', checksum: `sha256:${SHA256}`, to: '/opt/one-file', chown: 'sailor:crew', chmod: 'u=rwX,go=r' }),
  add({
    url: expand('https://files.example.org/two'),
    checksum: expand(`sha256:${OTHER_SHA256}`),
    to: expand('/opt/two-file'),
    chown: expand('pilot:mates'),
    chmod: expand('0751'),
  }),
  add({ url: ['https://files.example.org/three', expand('https://files.example.org/four')], to: '/opt/files/' }),
  add({ git: 'https://git.example.org/ebb.git', ref: 'v7', folder: 'manual', to: '/opt/ebb-docs', exclude: ['*.salt'] }),
  add({ git: expand('https://git.example.org/flow.git'), ref: expand('v8'), checksum: COMMIT, to: '/opt/flow-docs' }),
  add({ git: 'https://git.example.org/slack.git', ref: 'v9', checksum: expand(COMMIT.replaceAll('f', 'a')), to: '/opt/slack-docs' }),
  add({ archive: 'wet/sand.tar', to: '/opt/beach/' }),
  add({ archive: ['one/shell.tar', 'two/shell.tar'], to: '/opt/shells/' }),
  file('/opt/motd', 'spring tide', { chown: 'sailor:crew', chmod: '0604' }),
  file('/opt/issue', 'neap tide', { chown: expand('pilot:mates'), chmod: expand('0751') }),
  run('make tide'),
  run(['make', 'waves'], { mounts: [cache('/opt/cached', { id: 'shared-cache' })] }),
  env({ DEPTH: 'deep', WIDTH: expand('wide') }),
  arg({ TIDE: 'high', HEIGHT: expand('seven') }),
  workdir('/opt/pool'),
  workdir(expand('/opt/pond')),
  raw('LABEL org.example.kind=wetland'),
];

const steps: readonly PartialDefinition[] = [
  ...triggers.map((step): PartialDefinition => ({ ...around, steps: [step] })),
  { ...around, steps: [copy('/srv/foam', '/opt/foam', { stage: 'surge' })] },
  { base: DEBIAN, steps: [user({ name: 'sailor', home: '/opt/ship', shell: '/bin/dash', groups: ['crew'] })] },
  { base: DEBIAN, steps: [user(expand('sailor'))] },
  { base: DEBIAN, steps: [shell(['/bin/bash', '-eo', 'pipefail', '-c'])] },
  ...triggers.map((step) => ({ ...around, onbuild: [step] }) as PartialDefinition),
  { base: DEBIAN, onbuild: [shell(['/bin/bash', '-eo', 'pipefail', '-c'])] },
];

const container: readonly PartialDefinition[] = [
  {
    ...{
      base: DEBIAN,
      expose: ['8080/tcp', expand('53/udp')],
      volumes: ['/srv/lagoon', expand('/srv/cove')],
      stopSignal: 'SIGINT',
      entrypoint: ['gauge', '--all'],
      cmd: ['tide', 'now'],
    },
    healthcheck: { cmd: ['probe', 'depth'], interval: '31s', timeout: '4s', startPeriod: '11s', startInterval: '2s' },
  },
  { base: DEBIAN, stopSignal: expand('SIGHUP') },
  { base: DEBIAN, entrypoint: 'measure everything', cmd: 'tide table', healthcheck: { cmd: 'probe depth' } },
  { base: DEBIAN, raw: ['LABEL org.example.kind=wetland'] },
];

export const fieldSamples: readonly PartialDefinition[] = [
  ...[image, bases, variables, system, python, languages, users, files, commands, steps, container].flat(),
];

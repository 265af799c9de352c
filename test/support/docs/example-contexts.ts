/**
 * What the examples of `spec/types.ts` need around them to be whole definitions, and examples that are too big to be shown while one types. A field that stands in
 * none of these has its examples on Debian, alone.
 */

/** Bases of fields that want another one than Debian's. */
const BASES: Readonly<Record<string, string>> = {
  apk: 'alpine:3.22',
  dnf: 'fedora:42',
  'dnf.epel': 'rockylinux:9',
  'dnf.modules': 'rockylinux:9',
  'dnf.build': 'rockylinux:9',
  zypper: 'opensuse/leap:15.6',
  pacman: 'archlinux:base',
  'apt.ppas': 'ubuntu:24.04',
  npm: 'node:22-bookworm-slim',
};

/** By the path of an example, or by the path and the example itself: further fields of the definition. */
const AROUND: Readonly<Record<string, string>> = {
  base: '',
  "base: { stage: 'build' }": "stages: { build: { base: 'debian:bookworm-slim', run: ['make'] } }",
  presets: '',
  target: "base: 'debian:bookworm-slim', stages: { build: { base: 'debian:bookworm-slim', run: ['make'] } }",
  context: "base: 'debian:bookworm-slim', copy: { data: '/data/' }",
  contexts: "base: 'debian:bookworm-slim', copy: [{ context: 'data', from: '.', to: '/data/' }]",
  ignore: "base: 'debian:bookworm-slim', copy: { src: '/app/src' }",
  args: "base: 'debian:bookworm-slim', labels: { version: expand('$VERSION'), commit: expand('$COMMIT') }",
  expose: "base: 'debian:bookworm-slim', cmd: ['server']",
  "healthcheck: { cmd: ['curl', '-f', 'http://localhost:8080/'], interval: '1m' }": "base: 'debian:bookworm-slim', apt: ['curl']",
  stages: "base: 'debian:bookworm-slim', copy: [{ stage: 'build', from: '/src/tool', to: '/usr/local/bin/' }]",
  "labels: { 'org.example.commit': expand('$COMMIT') }": "base: 'debian:bookworm-slim', args: { COMMIT: null }",
  "copy: [{ stage: 'build', from: '/src/tool', to: '/usr/local/bin/', chmod: '755' }]":
    "base: 'debian:bookworm-slim', stages: { build: { base: 'debian:bookworm-slim', copy: { src: '/src' }, run: ['make -C /src'] } }",
  "apt: { packages: ['python3'], build: ['gcc', 'libpq-dev'] }": "base: 'debian:bookworm-slim', pip: ['psycopg2==2.9.10']",
  layers: "base: 'debian:bookworm-slim', apt: ['git', 'git-lfs'], run: ['git config --system init.defaultBranch main', 'git lfs install --system']",
  "dnf: { packages: ['nodejs'], modules: ['nodejs:20'] }": "base: 'rockylinux:9'",
  'container.mounts': "base: 'debian:bookworm-slim'",
};

/** Further fields of the long form that an example of one of its fields stands in. */
const BESIDE: Readonly<Record<string, string>> = {
  'pip.extras': "project: '.'",
  'pip.uses': "project: '.'",
  'dnf.epel': "packages: ['git-lfs']",
  'dnf.modules': "packages: ['nodejs']",
  'apt.repositories': "packages: ['example-tool']",
  'apt.ppas': "packages: ['python3.13']",
  'apk.repositories': "packages: ['example-tool@edge']",
  'dnf.repositories': "packages: ['example-tool']",
  'zypper.repositories': "packages: ['example-tool']",
  'pacman.repositories': "packages: ['example-tool']",
};

/** An example as the fields of a whole definition. `path`: `apt`, or `apt.repositories`. */
export function wholeExample(path: string, example: string): string {
  const [field = '', inner] = path.split('.');
  const base = `base: '${BASES[path] ?? BASES[field] ?? 'debian:bookworm-slim'}'`;
  const around = AROUND[`${path}: ${example}`] ?? AROUND[path] ?? base;
  const beside = BESIDE[path] === undefined ? '' : `${BESIDE[path]}, `;
  const own = inner === undefined ? `${field}: ${example}` : `${field}: { ${beside}${inner}: ${example} }`;
  return around === '' ? own : `${around}, ${own}`;
}

export interface BiggerExample {
  readonly title: string;
  /** The fields of a whole definition. */
  readonly fields: string;
}

const debian = "base: 'debian:bookworm-slim'";
const git = "apt: ['git', 'git-lfs'], run: ['git config --system init.defaultBranch main', 'git lfs install --system']";

/** By field. */
export const biggerExamples: Readonly<Record<string, readonly BiggerExample[]>> = {
  base: [
    {
      title: 'A release that is chosen when it is built',
      fields: "args: { RELEASE: { default: 'bookworm', scope: 'global' } }, base: expand('debian:${RELEASE}-slim')",
    },
  ],
  layers: [
    { title: 'The same, for quick rebuilding', fields: `${debian}, ${git}, layers: 'cache'` },
    { title: 'The same, as it is written', fields: `${debian}, ${git}, layers: 'as-written'` },
  ],
  args: [
    {
      title: 'The version of a download',
      fields: `${debian}, args: { VERSION: '1.2' }, add: [{ url: expand('https://example.org/tool-$VERSION.tar.gz'), to: '/opt/', unpack: true }]`,
    },
  ],
  apt: [
    {
      title: 'Tools that are needed only to build',
      fields: `${debian}, apt: { packages: ['libpq5'], build: ['gcc', 'libpq-dev', 'python3-dev'] }, pip: ['psycopg2==2.9.10']`,
    },
  ],
  pip: [
    {
      title: 'Versions of a file, and an index that asks for a password',
      fields: `base: 'python:3.12-slim-bookworm', pip: { requirements: 'requirements.txt', constraints: 'constraints.txt', secrets: [secret('index', { env: 'PIP_INDEX_URL' })] }`,
    },
    {
      title: 'A project, whose dependencies are installed before its sources are there',
      fields: `base: 'python:3.12-slim-bookworm', pip: { project: '.', uses: ['src'] }`,
    },
  ],
  conda: [
    {
      title: 'Two environments',
      fields: `${debian}, conda: [{ file: 'analysis.yml', prefix: '/opt/analysis' }, { packages: ['samtools=1.21'], channels: ['conda-forge', 'bioconda'], prefix: '/opt/tools' }]`,
    },
  ],
  npm: [
    {
      title: 'A site that pnpm builds, and a program that serves it',
      fields: `base: 'node:22-bookworm-slim', npm: { manager: 'pnpm', version: '10', build: { sources: ['src'], outputs: ['dist'] }, packages: ['serve@14.2.4'] }, cmd: ['serve', 'dist']`,
    },
  ],
  r: [
    {
      title: 'A package that is linked to a library',
      fields: `${debian}, apt: { packages: ['libcurl4'], build: ['libcurl4-openssl-dev'] }, r: { packages: ['curl'], repository: '2025-06-01' }`,
    },
  ],
  user: [
    {
      title: 'A folder that the user may write to',
      fields: `${debian}, user: { name: 'app', uid: 1000 }, workdir: '/opt/app', run: ['install -d -o app results']`,
    },
  ],
  copy: [
    {
      title: 'Several files, and a folder without some of what is in it',
      fields: `${debian}, workdir: '/app', copy: [{ from: ['Snakefile', 'config.yaml'], to: './' }, { from: 'scripts', to: 'scripts/', exclude: ['**/*.pyc'] }]`,
    },
  ],
  run: [
    {
      title: 'A script of several lines',
      fields: `${debian}, run: ["useradd app\\nfor folder in data results; do\\n  install -d -o app /srv/$folder\\ndone"]`,
    },
    {
      title: 'A cache, a secret, and files that are there only while it runs',
      fields: `${debian}, apt: ['make', 'gcc'], run: [{ script: 'make install', uses: ['Makefile', 'src'], mounts: [cache('/root/.ccache'), secret('licence')] }]`,
    },
  ],
  steps: [
    {
      title: 'Tests between two copies, as another user',
      fields: `${debian}, apt: ['make', 'gcc', 'libc6-dev'], steps: [workdir('/src'), copy(['Makefile', 'src'], './'), run('make'), user('nobody'), run('make test', { mounts: [tmpfs('/tmp')] }), user('root'), run('make install', { network: 'none' })], user: 'nobody'`,
    },
  ],
  stages: [
    {
      title: 'A program that is compiled in a stage of its own',
      fields: `${debian}, stages: { build: { ${debian}, apt: ['gcc', 'libc6-dev', 'make'], workdir: '/src', copy: { src: './' }, run: ['make'] } }, copy: [{ stage: 'build', from: '/src/tool', to: '/usr/local/bin/' }], cmd: ['tool']`,
    },
  ],
  dockerfile: [
    {
      title: 'For Buildah, which has no heredocs before 1.33',
      fields: `${debian}, dockerfile: { for: 'buildah 1.28' }, files: { '/etc/motd': 'Count words.' }`,
    },
  ],
};

/** Definitions that show what each package manager is asked to do: what most images want, and then what is particular to it. */

import type { BiggerExample } from './example-contexts.js';

export interface ManagerExamples {
  /** Shown under each policy for layers. The fields of a whole definition. */
  readonly usual: string;
  readonly more: readonly BiggerExample[];
}

const debian = "base: 'debian:bookworm-slim'";
const alpine = "base: 'alpine:3.22'";
const fedora = "base: 'fedora:42'";
const leap = "base: 'opensuse/leap:15.6'";
const arch = "base: 'archlinux:base'";
const python = "base: 'python:3.12-slim-bookworm'";
const node = "base: 'node:22-bookworm-slim'";
const key = "key: { url: 'https://packages.example.org/key.asc', sha256: '…' }";
const build = (packages: string) => `{ packages: ['python3'], build: [${packages}] }, pip: ['psycopg2==2.9.10']`;

const BUILD_TOOLS = 'Packages that are needed only to build';

export const managerExamples: Readonly<Record<string, ManagerExamples>> = {
  apt: {
    usual: `${debian}, apt: ['git', 'curl=7.88.1-*']`,
    more: [
      { title: BUILD_TOOLS, fields: `${debian}, apt: ${build("'gcc', 'libpq-dev', 'python3-dev'")}` },
      {
        title: 'A repository, and the key that it alone is trusted by',
        fields: `${debian}, apt: { packages: ['example-tool=1.2*'], repositories: [{ name: 'example', uri: 'https://packages.example.org/debian', suites: 'bookworm', components: 'main', ${key} }] }`,
      },
      {
        title: 'A personal package archive of Ubuntu',
        fields: "base: 'ubuntu:24.04', apt: { packages: ['python3.13'], ppas: [{ ppa: 'deadsnakes/ppa', key: { file: 'deadsnakes.asc' } }] }",
      },
      {
        title: 'A package by its address',
        fields: `${debian}, apt: { debs: [{ url: 'https://packages.example.org/tool_1.2_amd64.deb', sha256: '…' }] }`,
      },
    ],
  },
  apk: {
    usual: `${alpine}, apk: ['git', 'curl~8']`,
    more: [
      { title: BUILD_TOOLS, fields: `${alpine}, apk: ${build("'gcc', 'musl-dev', 'postgresql-dev', 'python3-dev'")}` },
      {
        title: 'A repository, of which packages are taken by its tag',
        fields: `${alpine}, apk: { packages: ['example-tool@example'], repositories: [{ uri: 'https://packages.example.org/alpine', tag: 'example', key: { file: 'example.rsa.pub' } }] }`,
      },
    ],
  },
  dnf: {
    usual: `${fedora}, dnf: ['git', 'curl-8.11.1']`,
    more: [
      { title: BUILD_TOOLS, fields: `${fedora}, dnf: ${build("'gcc', 'libpq-devel', 'python3-devel'")}` },
      {
        title: 'A repository, and the key that its packages are signed with',
        fields: `${fedora}, dnf: { packages: ['example-tool'], repositories: [{ name: 'example', uri: 'https://packages.example.org/fedora/$releasever/', ${key} }] }`,
      },
      {
        title: 'EPEL, and a stream of a module',
        fields: "base: 'rockylinux:9', dnf: { packages: ['git-lfs', 'nodejs'], epel: true, modules: ['nodejs:20'] }",
      },
      { title: 'A base that has microdnf', fields: "base: 'registry.access.redhat.com/ubi9/ubi-minimal:9.5', dnf: ['git']" },
    ],
  },
  zypper: {
    usual: `${leap}, zypper: ['git', 'curl>=8']`,
    more: [
      { title: BUILD_TOOLS, fields: `${leap}, zypper: ${build("'gcc', 'libpq5', 'postgresql-devel', 'python3-devel'")}` },
      {
        title: 'A repository, and the key that its packages are signed with',
        fields: `${leap}, zypper: { packages: ['example-tool'], repositories: [{ name: 'example', uri: 'https://packages.example.org/leap/$releasever/', ${key} }] }`,
      },
    ],
  },
  pacman: {
    usual: `${arch}, pacman: ['git', 'extra/jq']`,
    more: [
      { title: BUILD_TOOLS, fields: `${arch}, pacman: { packages: ['python'], build: ['gcc', 'postgresql-libs'] }, pip: ['psycopg2==2.9.10']` },
      {
        title: 'A repository, and the key that is trusted by its fingerprint',
        fields: `${arch}, pacman: { packages: ['example-tool'], repositories: [{ name: 'example', uri: 'https://packages.example.org/$repo/$arch', key: { file: 'example.asc', fingerprint: '0123456789ABCDEF0123456789ABCDEF01234567' } }] }`,
      },
    ],
  },
  pip: {
    usual: `${python}, pip: ['numpy==2.2.6', 'snakemake==9.13.4']`,
    more: [
      { title: 'On a base that keeps its Python to itself', fields: `${debian}, pip: ['numpy==2.2.6']` },
      {
        title: 'Files of requirements, every one with its hash',
        fields: `${python}, pip: { requirements: 'requirements.txt', requireHashes: true }`,
      },
      { title: 'By uv', fields: `${python}, pip: { packages: ['numpy==2.2.6'], installer: 'uv', installerVersion: '0.9.26' }` },
      {
        title: 'An index that asks for a password',
        fields: `${python}, pip: { packages: ['inhouse==1.0'], secrets: [secret('index', { env: 'PIP_INDEX_URL' })] }`,
      },
      {
        title: 'A project, whose dependencies are installed before its sources are there',
        fields: `${python}, pip: { project: '.', extras: ['plot'], uses: ['src'] }`,
      },
    ],
  },
  uv: {
    usual: `${python}, uv: { version: '0.9.26', uses: ['src', 'README.md'] }`,
    more: [
      {
        title: 'What it depends on alone, beside sources that are copied',
        fields: `${python}, uv: { version: '0.9.26', only: 'dependencies' }, workdir: '/app', copy: { src: 'src' }`,
      },
      {
        title: 'An index that asks for a password',
        fields: `${python}, uv: { version: '0.9.26', uses: ['src'], secrets: [secret('token', { env: 'UV_INDEX_PRIVATE_PASSWORD' })] }`,
      },
    ],
  },
  poetry: {
    usual: `${python}, poetry: { version: '2.1.3', uses: ['src', 'README.md'] }`,
    more: [
      { title: 'With a group and an extra', fields: `${python}, poetry: { version: '2.1.3', groups: ['docs'], extras: ['plot'], uses: ['src'] }` },
    ],
  },
  conda: {
    usual: `${debian}, conda: { packages: ['python=3.12', 'samtools=1.21'], channels: ['conda-forge', 'bioconda'] }`,
    more: [
      { title: 'A lock file', fields: `${debian}, conda: { lock: 'conda-linux-64.lock' }` },
      {
        title: 'Two environments',
        fields: `${debian}, conda: [{ file: 'analysis.yml', prefix: '/opt/analysis' }, { file: 'tools.yml', prefix: '/opt/tools' }]`,
      },
      { title: 'By mamba', fields: `${debian}, conda: { tool: 'mamba', file: 'environment.yml' }` },
      { title: 'By conda', fields: `${debian}, conda: { tool: 'conda', file: 'environment.yml' }` },
      { title: 'By pixi', fields: `${debian}, conda: { tool: 'pixi', file: 'pixi.toml', lock: 'pixi.lock' }` },
    ],
  },
  npm: {
    usual: `${node}, npm: { uses: ['.npmrc'] }, copy: { src: 'src' }, cmd: ['node', 'src/index.js']`,
    more: [
      {
        title: 'By pnpm, a project that is built',
        fields: `${node}, npm: { manager: 'pnpm', version: '10', build: { sources: ['src'], outputs: ['dist'] } }`,
      },
      { title: 'By yarn 4', fields: `${node}, npm: { manager: 'yarn', version: '4.9.1', uses: ['.yarnrc.yml'] }` },
      { title: 'By bun', fields: `${node}, npm: { manager: 'bun', version: '1.2' }` },
      { title: 'Programs for all', fields: `${node}, npm: { packages: ['serve@14.2.4'] }` },
      {
        title: 'A registry that asks for a password',
        fields: `${node}, npm: { uses: ['.npmrc'], secrets: [secret('npm_token', { env: 'NPM_TOKEN' })] }`,
      },
    ],
  },
  r: {
    usual: `${debian}, r: { packages: ['dplyr', 'ggplot2'], repository: '2025-06-01' }`,
    more: [
      {
        title: 'A package that is linked to a library',
        fields: `${debian}, apt: { packages: ['libcurl4'], build: ['libcurl4-openssl-dev'] }, r: { packages: ['curl'], repository: '2025-06-01' }`,
      },
      { title: 'A lock file of renv', fields: `${debian}, r: { renv: 'renv.lock' }` },
      {
        title: 'Bioconductor',
        fields: `base: 'rocker/r-ver:4.4.2', r: { bioconductor: { version: '3.20', packages: ['limma'] }, repository: '2025-06-01' }`,
      },
    ],
  },
  cargo: {
    usual: `${debian}, cargo: ['ripgrep@14.1.1']`,
    more: [
      {
        title: 'By a newer Rust than the distribution has',
        fields: `${debian}, cargo: { packages: ['ripgrep@14.1.1'], toolchain: 'rust:1.83-slim-bookworm' }`,
      },
    ],
  },
  go: {
    usual: `${debian}, go: ['mvdan.cc/gofumpt@v0.7.0']`,
    more: [
      {
        title: 'Into an image that has nothing else',
        fields: "base: 'scratch', go: { packages: ['mvdan.cc/gofumpt@v0.7.0'], toolchain: 'golang:1.24-bookworm' }",
      },
    ],
  },
  gem: {
    usual: `${debian}, gem: ['asciidoctor:2.0.23']`,
    more: [{ title: 'A registry of your own', fields: `${debian}, gem: { packages: ['inhouse:1.0'], source: 'https://gems.example.org' }` }],
  },
};

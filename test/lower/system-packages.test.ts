import { expect, it } from 'vitest';
import { at, faults, lowered, pip, stage, system, user } from './specs.js';

it.each([
  ['debian:bookworm', 'apt', []],
  ['alpine:3.20', 'apk', []],
  ['fedora:40', 'dnf', []],
  ['opensuse/leap:15.6', 'zypper', []],
  ['archlinux', 'pacman', []],
] as const)('%s takes %s', (base, manager, expected) => {
  expect(faults(stage(base, { system: [system(manager, ['git'])] }))).toEqual(expected);
});

it('refuses the manager of another distribution and names the right one', () => {
  expect(lowered(stage('alpine:3.20', { system: [system('apt', ['git'])] }))).toEqual([
    {
      code: 'wrong-manager',
      severity: 'error',
      origin: at('apt'),
      message: '"alpine:3.20" is Alpine Linux, whose package manager is apk',
      hint: 'write apk: [...] instead',
    },
  ]);
});

it('sees through stages to the image that they stand on', () => {
  const tools = stage('registry.access.redhat.com/ubi9', { name: 'tools' });
  const final = stage('', { base: { kind: 'stage', stage: 'tools', origin: at('base') }, system: [system('apt', ['git'])] });
  expect(faults(tools, final)).toEqual([
    'wrong-manager: "registry.access.redhat.com/ubi9" is Red Hat Universal Base Image, whose package manager is dnf | write dnf: [...] instead',
  ]);
});

it.each([
  ['scratch', 'scratch'],
  ['gcr.io/distroless/static-debian12', 'distroless'],
])('refuses packages in %s', (base) => {
  expect(lowered(stage(base, { system: [system('apt', ['git'])] }))).toEqual([
    {
      code: 'no-package-manager',
      severity: 'error',
      origin: at('apt'),
      message: `"${base}" has no package manager`,
      hint: "install in another stage, and copy what is needed: copy: [{ stage: 'build', from: '/opt/tool', to: '/opt/tool' }]",
    },
  ]);
});

it('asks for the distribution of an image that it does not know, once', () => {
  const spec = stage('registry.example.org/team/app:1.2', { system: [system('apt', ['git'])], pip: pip(['numpy']), user: user('app') });
  expect(lowered(spec)).toEqual([
    {
      code: 'unknown-base',
      severity: 'error',
      origin: at('base'),
      message: '"registry.example.org/team/app:1.2" is not a base image that imagewright knows, and pip depends on its distribution',
      hint: "say what it is made from: base: { image: 'registry.example.org/team/app:1.2', distro: 'debian:bookworm' }",
    },
  ]);
});

it('takes the distribution that the author gives', () => {
  const base = { kind: 'image' as const, image: 'registry.example.org/team/app:1.2', distro: 'debian:bookworm', origin: at('base') };
  expect(faults(stage('', { base, system: [system('apt', ['git'])] }))).toEqual([]);
});

it('does not ask where nothing depends on it', () => {
  expect(lowered(stage('registry.example.org/team/app:1.2', { cmd: { command: { form: 'shell', line: 'make' }, origin: at('cmd') } }))).toBe(
    `(program
  (stage
    (from "registry.example.org/team/app:1.2")
    (cmd (shell "make"))))
`,
  );
});

it('asks for recommended packages only when told', () => {
  expect(lowered(stage('debian:bookworm', { system: [system('apt', ['git'], { recommends: true })] }))).toBe(`(program
  (stage
    (from "debian:bookworm")
    (install
      (comment "System packages")
      apt
      (prepare "apt-get update")
      (command "apt-get install -y")
      (cache-options "-o Dir::Cache::archives=kept" "-o Dir::Cache::srcpkgcache=kept.index")
      (packages "git")
      (cleanup "rm -rf /var/lib/apt/lists/*")
      (traces
        "rm -rf /var/cache/ldconfig/aux-cache /var/log/alternatives.log /var/log/apt/* /var/log/dpkg.log")
      (caches
        (mount cache (sharing "locked") (target "/var/cache/apt"))
        (mount cache (sharing "locked") (target "/var/lib/apt/lists")))
      (environment DEBIAN_FRONTEND "noninteractive")
      sortable
      mergeable)))
`);
});

it('adds what other fields need to the request of the author, but not what is there in some version', () => {
  const spec = stage('debian:bookworm', { system: [system('apt', ['python3=3.11.*', 'git'])], pip: pip(['numpy']) });
  expect(lowered(spec)).toBe(`(program
  (stage
    (from "debian:bookworm")
    (install
      (comment "System packages")
      apt
      (prepare "apt-get update")
      (command "apt-get install -y --no-install-recommends")
      (cache-options "-o Dir::Cache::archives=kept" "-o Dir::Cache::srcpkgcache=kept.index")
      (packages "python3=3.11.*" "git" "python3-venv")
      (cleanup "rm -rf /var/lib/apt/lists/*")
      (traces
        "rm -rf /var/cache/ldconfig/aux-cache /var/log/alternatives.log /var/log/apt/* /var/log/dpkg.log")
      (caches
        (mount cache (sharing "locked") (target "/var/cache/apt"))
        (mount cache (sharing "locked") (target "/var/lib/apt/lists")))
      (environment DEBIAN_FRONTEND "noninteractive")
      sortable
      mergeable)
    (install
      (comment "Python packages")
      pip
      (prepare "SOURCE_DATE_EPOCH=315532800 python3 -m venv /opt/venv")
      (command "/opt/venv/bin/pip install")
      (cache-options "--cache-dir=/root/.cache/pip")
      (no-cache-options "--no-cache-dir")
      (packages "numpy")
      (caches (mount cache (target "/root/.cache/pip")))
      (environment SOURCE_DATE_EPOCH "315532800")
      sortable)
    (env ("PATH" (text "/opt/venv/bin:" (var PATH))))))
`);
});

it('makes no layer for an empty list', () => {
  expect(lowered(stage('debian:bookworm', { system: [system('apt', [])] }))).toBe(`(program
  (stage
    (from "debian:bookworm")))
`);
});

it.each([
  ['ubuntu', 'unknown distribution', 'slackware:15'],
  ['ubuntu', 'unknown release', 'debian:jammy'],
])('refuses a distro of %s: %s', (image, _why, distro) => {
  expect(lowered(stage('', { base: { kind: 'image', image, distro, origin: at('base') }, system: [system('apt', ['git'])] }))).toEqual([
    {
      code: 'unknown-distro',
      severity: 'error',
      origin: at('base', 'distro'),
      message: `"${distro}" is not a distribution that imagewright knows`,
      hint: "write one of debian, ubuntu, alpine, fedora, rhel, rockylinux, almalinux, centos, leap, tumbleweed, archlinux, windows, and its release behind a colon: 'debian:bookworm'",
    },
  ]);
});

it('refuses what is no image reference', () => {
  expect(lowered(stage('Debian Bookworm'))).toEqual([
    {
      code: 'bad-image-reference',
      severity: 'error',
      origin: at('base'),
      message: '"Debian Bookworm" is not an image reference',
      hint: "write it as an engine takes it: 'debian:bookworm-slim'",
    },
  ]);
});

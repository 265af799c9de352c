import { describe, expect, it, test } from 'vitest';
import { baseFacts } from '../../../src/bases/index.js';
import { dnf } from '../../../src/lower/packages/dnf.js';
import type { SystemPackagesSpec } from '../../../src/spec/spec.js';
import { at, faults, located, lowered, stage, system } from '../specs.js';

it('installs and says what to clean up or to keep', () => {
  expect(lowered(stage('fedora:40', { system: [system('dnf', ['git'])] }))).toBe(`(program
  (stage
    (from "fedora:40")
    (install
      (comment "System packages")
      dnf
      (command "dnf install -y --setopt=install_weak_deps=False --setopt=tsflags=nodocs")
      (cache-options "--setopt=keepcache=True")
      (packages "git")
      (cleanup "dnf clean all")
      (traces "rm -rf /var/cache/ldconfig/aux-cache /var/log/dnf* /var/log/hawkey.log")
      (caches (mount cache (sharing "locked") (target "/var/cache/dnf")))
      sortable
      mergeable)))
`);
});

test.each(['git', 'curl-8.5.0', 'glibc.i686', 'nodejs-1:20.1', '@development-tools', 'gcc-c++', 'R', 'python3.11'])(
  '%s is the name of a package',
  (text) => {
    const { name = '', version = '' } = dnf.parse(text) ?? {};
    expect(`${name}${version}`).toBe(text);
  },
);

test.each(['curl=8.5', 'curl>=8', 'perl(JSON)', '/usr/bin/gcc', 'git-'])('%s is none', (text) => {
  expect(dnf.parse(text)).toBe(undefined);
});

test.each([
  ['fedora:41', 'dnf', '/var/cache/libdnf5'],
  ['fedora:40', 'dnf', '/var/cache/dnf'],
  ['rockylinux:9', 'dnf', '/var/cache/dnf'],
  ['registry.fedoraproject.org/fedora-minimal:42', 'microdnf', '/var/cache/libdnf5'],
  ['redhat/ubi9-minimal', 'microdnf', '/var/cache/yum'],
])('%s has %s, which keeps its cache in %s', (base, command, cache) => {
  const facts = baseFacts(base)!;
  const commands = dnf.commands(facts, { recommends: true, modules: [], epel: false, hasRepositories: false });
  expect([commands.command, commands.cleanup, commands.caches]).toEqual([
    `${command} install -y --setopt=tsflags=nodocs`,
    [`${command} clean all`],
    [{ type: 'cache', target: cache, sharing: 'locked' }],
  ]);
});

describe('modules and EPEL', () => {
  const modules = [
    { value: 'nodejs:20', origin: at('dnf', 'modules', 0) },
    { value: 'nodejs:22', origin: at('dnf', 'modules', 1) },
  ];
  const epel = at('dnf', 'epel');
  const asked = (base: string, fields: Partial<SystemPackagesSpec>) => faults(stage(base, { system: [system('dnf', ['git'], fields)] }));

  test.each([
    ['rockylinux:8', { epel }],
    ['almalinux:9-minimal', { epel, modules: modules.slice(0, 1) }],
    ['quay.io/centos/centos:stream10', { epel }],
    ['redhat/ubi9', { modules: modules.slice(1) }],
    ['fedora:38', { modules: modules.slice(1) }],
  ])('are to be had on %s: %j', (base, fields) => {
    expect(asked(base, fields)).toEqual([]);
  });

  test.each([
    ['fedora:41', { epel }, 'no-epel: EPEL is for Enterprise Linux, and this is Fedora | leave it out: Fedora has those packages itself'],
    [
      'redhat/ubi9',
      { epel },
      'no-epel: Red Hat Universal Base Image has no package "epel-release" | name it as a repository, with its key: ' +
        "repositories: [{ name: 'epel', uri: 'https://…/$basearch/', key: { url, sha256 } }]",
    ],
    [
      'rockylinux:latest',
      { epel },
      'unknown-release: what EPEL builds on depends on the release, and the tag of the base does not say it | ' +
        "say it: base: { image: …, distro: 'rockylinux:9' }",
    ],
    [
      'fedora:41',
      { modules: modules.slice(0, 1) },
      'no-modules: "nodejs:20" is a stream of a module, and Fedora 41 has no modules | name the package under "packages": \'nodejs20\', perhaps',
    ],
    [
      'rockylinux:9',
      { modules },
      'conflicting-modules: "nodejs:22" is a second stream of one module | only one can be enabled: keep this, or "nodejs:20"',
    ],
  ])('are refused on %s: %j', (base, fields, expected) => {
    expect(asked(base, fields)).toEqual([expected]);
  });

  test.each([
    ['rockylinux:8.9', 'dnf install -y --setopt=tsflags=nodocs --enablerepo=powertools'],
    ['almalinux:9-minimal', 'microdnf install -y --setopt=tsflags=nodocs --enablerepo=crb'],
  ])('of %s: what EPEL builds on is asked for in the one command', (base, command) => {
    expect(dnf.commands(baseFacts(base)!, { recommends: true, modules: [], epel: true, hasRepositories: false }).command).toBe(command);
  });
});

it('refuses modules and EPEL without a package, which would be lost', () => {
  const hint = "name them: dnf: { packages: ['nodejs'], modules: ['nodejs:20'] }";
  const modules = located(['nodejs:20'], 'dnf', 'modules');
  expect(faults(stage('rockylinux:9', { system: [system('dnf', [], { modules })] }))).toEqual([
    `missing-packages: "nodejs:20" is where packages come from, and none is asked for | ${hint}`,
  ]);
  expect(faults(stage('rockylinux:9', { system: [system('dnf', [], { epel: at('dnf', 'epel') })] }))).toEqual([
    `missing-packages: EPEL is where packages come from, and none is asked for | ${hint}`,
  ]);
});

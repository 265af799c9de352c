import { expect, it, test } from 'vitest';
import { baseFacts } from '../../../src/bases/index.js';
import { dnf } from '../../../src/lower/packages/dnf.js';
import { lowered, stage, system } from '../specs.js';

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
  const commands = dnf.commands(facts, { recommends: true, modules: [], epel: false });
  expect([commands.command, commands.cleanup, commands.caches]).toEqual([
    `${command} install -y --setopt=tsflags=nodocs`,
    [`${command} clean all`],
    [{ type: 'cache', target: cache, sharing: 'locked' }],
  ]);
});

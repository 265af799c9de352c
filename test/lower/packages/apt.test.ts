import { expect, it, test } from 'vitest';
import { apt } from '../../../src/lower/packages/apt.js';
import { lowered, stage, system } from '../specs.js';

it('installs and says what to clean up or to keep', () => {
  expect(lowered(stage('debian:bookworm', { system: [system('apt', ['git'])] }))).toBe(`(program
  (stage
    (from "debian:bookworm")
    (install
      (comment "System packages")
      apt
      (prepare "apt-get update")
      (command "apt-get install -y --no-install-recommends")
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

test.each(['git', 'g++', 'libc6:i386', 'curl=8.*', 'curl=1:2.3+b1~rc-2', 'git/bookworm-backports', 'libstdc++6', 'x11-utils'])(
  '%s is the name of a package',
  (text) => {
    const { name = '', version = '' } = apt.parse(text) ?? {};
    expect(`${name}${version}`).toBe(text);
  },
);

test.each(['git-', 'Git', 'git=8.*=9', 'git:', 'curl=-8', 'curl>=8', 'g'])('%s is none', (text) => {
  expect(apt.parse(text)).toBe(undefined);
});

test.each(['curl=', 'curl/'])('%s has an empty version', (text) => {
  expect(apt.parse(text)?.version).toMatch(/^[^A-Za-z0-9]+$/);
});

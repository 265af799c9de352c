import { expect, it, test } from 'vitest';
import { zypper } from '../../../src/lower/packages/zypper.js';
import { lowered, stage, system } from '../specs.js';

it('installs and says what to clean up or to keep', () => {
  expect(lowered(stage('opensuse/leap:15.6', { system: [system('zypper', ['git'])] }))).toBe(`(program
  (stage
    (from "opensuse/leap:15.6")
    (install
      (comment "System packages")
      zypper
      (prepare "zypper --non-interactive refresh")
      (command "zypper --non-interactive install --no-recommends")
      (packages "git")
      (cleanup "zypper clean --all")
      (traces "rm -rf /var/cache/ldconfig/aux-cache /var/log/zypp/* /var/log/zypper.log")
      (caches (mount cache (sharing "locked") (target "/var/cache/zypp")))
      sortable
      mergeable)))
`);
});

test.each(['git', 'curl=8.5.0', 'curl>=8', 'gcc-c++', 'python311'])('%s is the name of a package', (text) => {
  const { name = '', version = '' } = zypper.parse(text) ?? {};
  expect(`${name}${version}`).toBe(text);
});

test.each(['pattern:devel', 'curl=-1', '+git'])('%s is none', (text) => {
  expect(zypper.parse(text)).toBe(undefined);
});

test.each(['curl=', 'curl>='])('%s has an empty version', (text) => {
  expect(zypper.parse(text)?.version).toMatch(/^[^A-Za-z0-9]+$/);
});

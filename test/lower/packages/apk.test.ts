import { expect, it, test } from 'vitest';
import { apk } from '../../../src/lower/packages/apk.js';
import { lowered, stage, system } from '../specs.js';

it('installs and says what to clean up or to keep', () => {
  expect(lowered(stage('alpine:3.20', { system: [system('apk', ['git'])] }))).toBe(`(program
  (stage
    (from "alpine:3.20")
    (install
      (comment "System packages")
      apk
      (command "apk add --update-cache")
      (cache-options "--cache-dir=/var/cache/apk")
      (no-cache-options "--no-cache")
      (packages "git")
      (caches (mount cache (sharing "locked") (target "/var/cache/apk")))
      sortable
      mergeable)))
`);
});

it.each(['alpine:3.23', 'alpine:edge', 'alpine'])('removes the log that apk writes in %s', (base) => {
  expect(lowered(stage(base, { system: [system('apk', ['git'])] }))).toContain('(traces "rm -f /var/log/apk.log")');
});

test.each(['git', 'curl=8.5.0-r0', 'curl~8', 'curl~=8.5', 'curl>8.4', 'curl>=8', 'tool@edge', 'tool@edge=1.0', 'py3-pip', 'g++', 'R'])(
  '%s is the name of a package',
  (text) => {
    const { name = '', version = '' } = apk.parse(text) ?? {};
    expect(`${name}${version}`).toBe(text);
  },
);

test.each(['!git', '.virtual', 'so:libc.so', 'curl=-1'])('%s is none', (text) => {
  expect(apk.parse(text)).toBe(undefined);
});

test.each(['curl=', 'curl~', 'curl>='])('%s has an empty version', (text) => {
  expect(apk.parse(text)?.version).toMatch(/^[^A-Za-z0-9]+$/);
});

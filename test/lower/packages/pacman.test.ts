import { expect, it, test } from 'vitest';
import { pacman } from '../../../src/lower/packages/pacman.js';
import { lowered, stage, system } from '../specs.js';

it('installs and says what to clean up or to keep', () => {
  expect(lowered(stage('archlinux', { system: [system('pacman', ['git'])] }))).toBe(`(program
  (stage
    (from "archlinux")
    (install
      (comment "System packages")
      pacman
      (command "pacman -Syu --noconfirm --needed")
      (packages "git")
      (cleanup "rm -rf /var/cache/pacman/pkg/* /var/lib/pacman/sync/*")
      (traces "rm -f /var/cache/ldconfig/aux-cache /var/log/pacman.log")
      (caches
        (mount cache (sharing "locked") (target "/var/cache/pacman/pkg"))
        (mount cache (sharing "locked") (target "/var/lib/pacman/sync")))
      sortable
      mergeable)))
`);
});

test.each(['git', 'extra/git', 'git>=2.45', 'gtk2+extra', 'r'])('%s is the name of a package', (text) => {
  const { name = '', version = '' } = pacman.parse(text) ?? {};
  expect(`${name}${version}`).toBe(text);
});

test.each(['Git', 'a/b/c', '--noconfirm'])('%s is none', (text) => {
  expect(pacman.parse(text)).toBe(undefined);
});

test.each(['git>='])('%s has an empty version', (text) => {
  expect(pacman.parse(text)?.version).toMatch(/^[^A-Za-z0-9]+$/);
});

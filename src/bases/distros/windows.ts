/**
 * Windows: shell form is `cmd /S /C`; there is no POSIX shell, no package manager, and no tool that makes accounts in a build. Releases are those of the images:
 * `ltsc2022`, `1809`.
 */

import type { BaseFacts } from '../facts.js';

export function windowsFacts(release?: string): BaseFacts {
  return {
    distro: 'windows',
    title: 'Windows',
    ...(release === undefined ? {} : { release }),
    python: { kind: 'none' },
    pep668: false,
    users: [{ name: 'ContainerAdministrator' }, { name: 'ContainerUser' }],
    usersComplete: false,
    dockerClean: false,
    shell: 'cmd',
  };
}

export function windowsRelease(word: string): string | undefined {
  return /^(?:ltsc\d{4}|\d{4}|\d{2}H\d)$/.test(word) ? word : undefined;
}

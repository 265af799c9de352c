/** openSUSE: Leap, with its releases, and Tumbleweed, which rolls. */

import type { BaseFacts, BaseUser } from '../facts.js';

/** Accounts that both have in their base images. */
const USERS: readonly BaseUser[] = [
  { name: 'root', uid: 0, gid: 0 },
  { name: 'nobody', uid: 65534, gid: 65534 },
];

/** `15`, `15.6`, `16.0`. */
export function leapRelease(word: string): string | undefined {
  return /^\d{2}(?:\.\d+)?$/.test(word) ? word : undefined;
}

export function leapFacts(release?: string): BaseFacts {
  // python3 of Leap 15 is 3.6, which today's packages have left behind.
  const python = release?.startsWith('15') ? 'python311' : 'python3';
  return opensuseFacts({ distro: 'leap', title: 'openSUSE Leap', python, ...(release === undefined ? {} : { release }) });
}

export function tumbleweedFacts(): BaseFacts {
  return opensuseFacts({ distro: 'tumbleweed', title: 'openSUSE Tumbleweed', python: 'python3' });
}

function opensuseFacts({
  python,
  ...facts
}: {
  readonly distro: 'leap' | 'tumbleweed';
  readonly title: string;
  readonly release?: string;
  readonly python: string;
}): BaseFacts {
  return {
    ...facts,
    manager: 'zypper',
    python: {
      kind: 'distro',
      command: python === 'python311' ? 'python3.11' : python,
      packages: [python],
      venvPackages: [],
      pipPackages: [`${python}-pip`],
    },
    pep668: true,
    users: USERS,
    usersComplete: true,
    accounts: { command: 'useradd', package: 'shadow' },
    trust: { folder: '/etc/pki/trust/anchors', bundle: '/var/lib/ca-certificates/ca-bundle.pem', update: 'update-ca-certificates' },
    zones: 'timezone',
    locales: { kind: 'packaged', package: 'glibc-locale', isOfLanguage: false },
    dockerClean: false,
    shell: '/bin/sh',
  };
}

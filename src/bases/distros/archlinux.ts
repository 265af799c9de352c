/** Arch Linux: it rolls, so that there are no releases. */

import type { BaseFacts, BaseUser } from '../facts.js';

/** Accounts of the package filesystem. */
const USERS: readonly BaseUser[] = [
  { name: 'root', uid: 0, gid: 0 },
  { name: 'bin', uid: 1, gid: 1 },
  { name: 'daemon', uid: 2, gid: 2 },
  { name: 'mail', uid: 8, gid: 12 },
  { name: 'ftp', uid: 14, gid: 11 },
  { name: 'http', uid: 33, gid: 33 },
  { name: 'nobody', uid: 65534, gid: 65534 },
];

export function archlinuxFacts(): BaseFacts {
  return {
    distro: 'archlinux',
    title: 'Arch Linux',
    manager: 'pacman',
    python: { kind: 'distro', command: 'python3', packages: ['python'], venvPackages: [], pipPackages: ['python-pip'] },
    // Since April 2023.
    pep668: true,
    users: USERS,
    usersComplete: true,
    accounts: { command: 'useradd' },
    trust: { folder: '/etc/ca-certificates/trust-source/anchors', bundle: '/etc/ssl/certs/ca-certificates.crt', update: 'update-ca-trust' },
    zones: 'tzdata',
    // Its images leave out what other locales are made from.
    locales: { kind: 'made', languages: ['en'] },
    dockerClean: false,
    shell: '/bin/sh',
  };
}

/** Alpine Linux: what its releases bring to an image. */

import type { BaseFacts, BaseUser } from '../facts.js';

/** Accounts of alpine-baselayout that all releases since 3.12 have. */
const USERS: readonly BaseUser[] = [
  { name: 'root', uid: 0, gid: 0 },
  { name: 'bin', uid: 1, gid: 1 },
  { name: 'daemon', uid: 2, gid: 2 },
  { name: 'lp', uid: 4, gid: 7 },
  { name: 'sync', uid: 5, gid: 0 },
  { name: 'shutdown', uid: 6, gid: 0 },
  { name: 'halt', uid: 7, gid: 0 },
  { name: 'mail', uid: 8, gid: 12 },
  { name: 'news', uid: 9, gid: 13 },
  { name: 'uucp', uid: 10, gid: 14 },
  { name: 'cron', uid: 16, gid: 16 },
  { name: 'ftp', uid: 21, gid: 21 },
  { name: 'sshd', uid: 22, gid: 22 },
  { name: 'games', uid: 35, gid: 35 },
  { name: 'ntp', uid: 123, gid: 123 },
  { name: 'guest', uid: 405, gid: 100 },
  { name: 'nobody', uid: 65534, gid: 65534 },
];

/** `3.20` and `3.20.1` are the release `3.20`, `edge` and dated snapshots (which are of edge) are `edge`; `3` and other words are none. */
export function alpineRelease(word: string): string | undefined {
  if (word === 'edge' || /^20\d{6}$/.test(word)) return 'edge';
  return /^(3\.\d+)(?:\.\d+)?$/.exec(word)?.[1];
}

export function alpineFacts(release?: string): BaseFacts {
  return {
    distro: 'alpine',
    title: 'Alpine Linux',
    ...(release === undefined ? {} : { release }),
    manager: 'apk',
    python: { kind: 'distro', command: 'python3', packages: ['python3'], venvPackages: [], pipPackages: ['py3-pip'] },
    // Since 3.19 python3 is marked as externally managed.
    pep668: release === undefined || release === 'edge' || Number(release.slice(2)) >= 19,
    users: USERS,
    usersComplete: true,
    accounts: { command: 'adduser' },
    trust: {
      folder: '/usr/local/share/ca-certificates',
      bundle: '/etc/ssl/certs/ca-certificates.crt',
      update: 'update-ca-certificates',
      package: 'ca-certificates',
    },
    zones: 'tzdata',
    locales: { kind: 'names' },
    dockerClean: false,
    shell: '/bin/sh',
  };
}

/** Debian: its releases, and what each brings to an image. */

import type { BaseFacts, BaseUser } from '../facts.js';

/** Code names with their numbers, oldest first; `sid` never gets one. */
const RELEASES: Readonly<Record<string, string>> = {
  jessie: '8',
  stretch: '9',
  buster: '10',
  bullseye: '11',
  bookworm: '12',
  trixie: '13',
  forky: '14',
  duke: '15',
  sid: '',
};

/** The last release whose python lets pip write into the system's site-packages. */
const BEFORE_PEP_668 = ['jessie', 'stretch', 'buster', 'bullseye'];

/** Accounts of base-passwd, the same in all releases; `_apt` is 100 up to bullseye and 42 from bookworm on. */
const USERS: readonly BaseUser[] = [
  { name: 'root', uid: 0, gid: 0 },
  { name: 'daemon', uid: 1, gid: 1 },
  { name: 'bin', uid: 2, gid: 2 },
  { name: 'sys', uid: 3, gid: 3 },
  { name: 'sync', uid: 4, gid: 65534 },
  { name: 'games', uid: 5, gid: 60 },
  { name: 'man', uid: 6, gid: 12 },
  { name: 'lp', uid: 7, gid: 7 },
  { name: 'mail', uid: 8, gid: 8 },
  { name: 'news', uid: 9, gid: 9 },
  { name: 'uucp', uid: 10, gid: 10 },
  { name: 'proxy', uid: 13, gid: 13 },
  { name: 'www-data', uid: 33, gid: 33 },
  { name: 'backup', uid: 34, gid: 34 },
  { name: 'list', uid: 38, gid: 38 },
  { name: 'irc', uid: 39, gid: 39 },
  { name: '_apt', gid: 65534 },
  { name: 'nobody', uid: 65534, gid: 65534 },
];

/** `bookworm`, `12` and `12.5` are the release `bookworm`; other words are none. */
export function debianRelease(word: string): string | undefined {
  if (Object.hasOwn(RELEASES, word)) return word;
  const number = word.replace(/^(\d+)\.\d+$/, '$1');
  return Object.keys(RELEASES).find((name) => RELEASES[name] === number && number !== '');
}

export function debianFacts(release?: string): BaseFacts {
  return {
    distro: 'debian',
    title: 'Debian',
    ...(release === undefined ? {} : { release }),
    manager: 'apt',
    python: { kind: 'distro', command: 'python3', packages: ['python3'], venvPackages: ['python3-venv'], pipPackages: ['python3-pip'] },
    pep668: release === undefined || !BEFORE_PEP_668.includes(release),
    users: USERS,
    usersComplete: true,
    accounts: { command: 'useradd' },
    trust: {
      folder: '/usr/local/share/ca-certificates',
      bundle: '/etc/ssl/certs/ca-certificates.crt',
      update: 'update-ca-certificates',
      package: 'ca-certificates',
    },
    zones: 'tzdata',
    locales: { kind: 'made', package: 'locales' },
    dockerClean: true,
    shell: '/bin/sh',
  };
}

/** Ubuntu: its releases, and what each brings to an image. */

import type { BaseFacts } from '../facts.js';
import { debianFacts } from './debian.js';

const RELEASES: Readonly<Record<string, string>> = {
  trusty: '14.04',
  xenial: '16.04',
  bionic: '18.04',
  focal: '20.04',
  impish: '21.10',
  jammy: '22.04',
  kinetic: '22.10',
  lunar: '23.04',
  mantic: '23.10',
  noble: '24.04',
  oracular: '24.10',
  plucky: '25.04',
  questing: '25.10',
  resolute: '26.04',
};

/** First release whose python refuses pip outside a virtual environment, and whose image has the account `ubuntu` with uid 1000. */
const LUNAR = '23.04';

/** `noble` and `24.04` are the release `24.04`; other words are none. */
export function ubuntuRelease(word: string): string | undefined {
  if (/^\d\d\.(?:04|10)$/.test(word)) return word;
  return Object.hasOwn(RELEASES, word) ? RELEASES[word] : undefined;
}

/** The name that suites have: `noble` of `24.04`. */
export function ubuntuCodeName(release: string): string | undefined {
  return Object.keys(RELEASES).find((name) => RELEASES[name] === release);
}

/** @param since a release that the image has at least, when the exact one is not known */
export function ubuntuFacts(release?: string, since = release): BaseFacts {
  const base = debianFacts();
  const hasUbuntuUser = since !== undefined && since >= LUNAR;
  return {
    ...base,
    distro: 'ubuntu',
    title: 'Ubuntu',
    ...(release === undefined ? {} : { release }),
    pep668: since === undefined || since >= LUNAR,
    users: hasUbuntuUser ? [...base.users, { name: 'ubuntu', uid: 1000, gid: 1000 }] : base.users,
    usersComplete: since !== undefined,
  };
}

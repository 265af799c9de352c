/** The distributions, by the names that the field `distro` takes: `debian:bookworm`, `ubuntu:24.04`, `fedora`. */

import type { BaseFacts } from '../facts.js';
import { alpineFacts, alpineRelease } from './alpine.js';
import { archlinuxFacts } from './archlinux.js';
import { debianFacts, debianRelease } from './debian.js';
import { leapFacts, leapRelease, tumbleweedFacts } from './opensuse.js';
import { redHatFacts, redHatRelease, type RedHatDistro } from './red-hat.js';
import { ubuntuFacts, ubuntuRelease } from './ubuntu.js';
import { windowsFacts, windowsRelease } from './windows.js';

export interface Distro {
  /** The release that a word names; undefined: none. */
  readonly release: (word: string) => string | undefined;
  readonly facts: (release?: string) => BaseFacts;
}

const none = () => undefined;
const redHat = (distro: RedHatDistro): Distro => ({ release: redHatRelease, facts: (release) => redHatFacts(distro, release) });

export const distros = {
  debian: { release: debianRelease, facts: debianFacts },
  ubuntu: { release: ubuntuRelease, facts: (release) => ubuntuFacts(release) },
  alpine: { release: alpineRelease, facts: alpineFacts },
  fedora: redHat('fedora'),
  rhel: redHat('rhel'),
  rockylinux: redHat('rockylinux'),
  almalinux: redHat('almalinux'),
  centos: redHat('centos'),
  leap: { release: leapRelease, facts: leapFacts },
  tumbleweed: { release: none, facts: tumbleweedFacts },
  archlinux: { release: none, facts: archlinuxFacts },
  windows: { release: windowsRelease, facts: windowsFacts },
} satisfies Record<string, Distro>;

/** What the distributions are called besides. */
const ALIASES: Readonly<Record<string, keyof typeof distros>> = { rocky: 'rockylinux', alma: 'almalinux', opensuse: 'leap', arch: 'archlinux' };

/** The facts of a distribution named as in the field `distro`; undefined when there is no such distribution or release. */
export function distroFacts(text: string): BaseFacts | undefined {
  const [called = '', word, ...rest] = text.split(':');
  const name = Object.hasOwn(ALIASES, called) ? (ALIASES[called] ?? called) : called;
  if (!Object.hasOwn(distros, name) || rest.length > 0) return undefined;
  const distro: Distro = distros[name as keyof typeof distros];
  if (word === undefined) return distro.facts();
  const release = distro.release(word);
  return release === undefined ? undefined : distro.facts(release);
}

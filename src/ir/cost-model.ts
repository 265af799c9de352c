/**
 * The cost model's numbers: what a step costs, and how often what it is made of changes. `expected-cost.ts` makes one figure of them.
 *
 * They only have to be right in proportion: they decide between two orders of the same steps. Seconds are processor time of a build, bytes what a layer holds.
 * Measured on Debian bookworm with a C and Python service (docs/optimisation.md); frequencies are medians of 16 public repositories, by commit.
 */

import type { Install } from './instruction.js';

export interface Cost {
  readonly seconds: number;
  readonly bytes: number;
}

/** Share of the commits that change a thing. */
export const CHANGES = {
  /** Files of the context that are copied. */
  sources: 0.5,
  /** Files that say what is to be installed: requirements, lock files. */
  manifests: 0.13,
  /** A list of packages that stands in the definition: the definition changes in 0.03 of the commits, and four times in ten it is for a package. */
  packages: 0.012,
  /** A command that stands in the definition. */
  commands: 0.009,
  /** The base, or a cache that is gone: all is made again. */
  base: 0.02,
  /** All else in the definition. */
  settings: 0.003,
} as const;

/** The same, of what its author says how often it changes: before or behind all else that is copied. */
export const SAID_CHANGES = { often: 0.9, rarely: 0.02 } as const;

/** Of ten changes of a list of packages, one is of languages, compilers and what else is chosen once. */
export const LASTING_SHARE = 0.1;

/** What is chosen once for a project. */
const LASTING =
  /^(?:build-essential|base-devel|gcc|g\+\+|gfortran|clang|libc6?-dev|make|cmake|python\d?|pypy\d?|nodejs|npm|r-base|ruby|golang|go|rustc?|cargo|default-j|openjdk|ghc|php|perl|julia|texlive|libreoffice)(?:$|[-=.\d])/;

/** Whether a system package is one that hardly ever changes. Modules of a language are none: they come and go. */
export function isLasting(name: string): boolean {
  return LASTING.test(name) && !/^(?:python3?-(?!dev|venv|pip|minimal|full)|r-(?!base)|ruby-|php-(?!cli|fpm))/.test(name);
}

interface ManagerCost {
  /** Seconds for the lists, and to work out what is needed. */
  readonly start: number;
  readonly each: Cost;
  /** Where it reads a file: what usually stands in there. */
  readonly manifest: Cost;
}

const MEGABYTE = 1e6;
const cost = (seconds: number, megabytes: number): Cost => ({ seconds, bytes: megabytes * MEGABYTE });

const LANGUAGE: ManagerCost = { start: 2, each: cost(2, 15), manifest: cost(10, 80) };
const SYSTEM: ManagerCost = { start: 4, each: cost(3, 25), manifest: cost(3, 25) };

const MANAGERS: Readonly<Record<string, ManagerCost>> = {
  apt: SYSTEM,
  apk: { start: 1, each: cost(0.5, 8), manifest: cost(0.5, 8) },
  dnf: { start: 10, each: cost(3, 30), manifest: cost(3, 30) },
  zypper: { start: 10, each: cost(3, 30), manifest: cost(3, 30) },
  pacman: { start: 3, each: cost(1, 30), manifest: cost(1, 30) },
  cargo: { start: 2, each: cost(60, 10), manifest: cost(60, 10) },
  go: { start: 2, each: cost(20, 10), manifest: cost(20, 10) },
  r: { start: 2, each: cost(20, 10), manifest: cost(60, 150) },
};

/** Packages that are far from the mean: the first that fits. */
const HEAVY: readonly (readonly [RegExp, Cost])[] = [
  [/^(?:build-essential|gcc|g\+\+|clang|gfortran|base-devel|rustc|cargo)\b/, cost(15, 200)],
  [/^(?:texlive|libreoffice|default-jdk|openjdk|ghc|r-base)/, cost(25, 400)],
  [/^(?:python\d?|nodejs|npm|ruby|php|golang)(?:$|[-=.\d])/, cost(5, 50)],
  [/^(?:torch|tensorflow|jax|nvidia-|cuda)/, cost(40, 1500)],
  [/^(?:numpy|scipy|pandas|matplotlib|scikit-learn|pyarrow|snakemake)\b/, cost(4, 60)],
];

/** A command of the author's: nobody knows; it is taken for one that compiles. */
export const COMMAND_COST = cost(5, 5);

/** Files of the context. */
export const COPY_COST = cost(0.2, 1);

/** Seconds that a byte is worth that has to be pushed and pulled again: 25 MB a second. */
export const SECONDS_PER_BYTE = 1 / (25 * MEGABYTE);

/** What is downloaded and left in the image, where nobody removes it, is an eighth of it all; downloads of before are a tenth of the time. */
const CACHING = { neither: { seconds: 1, bytes: 1.12 }, cleanup: { seconds: 1, bytes: 1 }, mounts: { seconds: 0.9, bytes: 1 } };

export function installCost({ manager, packages, reads, caching }: Install): Cost {
  const { start, each, manifest } = MANAGERS[manager] ?? LANGUAGE;
  const named = packages.map(({ value }) => HEAVY.find(([pattern]) => pattern.test(value))?.[1] ?? each);
  const { seconds, bytes } = [...named, ...reads.map(() => manifest)].reduce(addCost, { seconds: start, bytes: 0 });
  const share = CACHING[caching ?? 'neither'];
  return { seconds: seconds * share.seconds, bytes: bytes * share.bytes };
}

export function addCost(left: Cost, right: Cost): Cost {
  return { seconds: left.seconds + right.seconds, bytes: left.bytes + right.bytes };
}

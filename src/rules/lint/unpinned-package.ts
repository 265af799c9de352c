/** Packages without a version. A policy: reproducible images need it, others live from updates. */

import type { Install } from '../../ir/instruction.js';
import { allInstructions } from '../../ir/program.js';
import { installed, type Installed } from '../read/installers.js';
import { scripts } from '../read/scripts.js';
import type { Finding } from '../rule.js';
import { lintRule } from './lint-rule.js';

/** What says a version, or names a file. */
const PINNED: Readonly<Record<string, RegExp>> = {
  apt: /[=]|^[./]|\.deb$/,
  apk: /[=~<>]|^[./]/,
  dnf: /-\d|^[./@]|:\/\//,
  zypper: /[=<>]|-\d|:\/\//,
  pacman: /[=]/,
  pip: /===?|@|\.(?:whl|gz|zip)$|^[./]/,
  conda: /[=<>]/,
  npm: /.@[\d~^]|^[./]|:\/\//,
  gem: /:\d|@|-v/,
};

const FAMILY: Readonly<Record<string, string>> = {
  'apt-get': 'apt',
  yum: 'dnf',
  microdnf: 'dnf',
  pip3: 'pip',
  mamba: 'conda',
  micromamba: 'conda',
  uv: 'pip',
  yarn: 'npm',
};

export const unpinnedPackage = lintRule({
  name: 'unpinned-package',
  level: 'off',
  summary: 'each package has a version',
  why: 'The same definition gives another image next month, and nobody knows what has changed.',
  bad: { base: 'debian:bookworm-slim', apt: ['git'] },
  good: { base: 'debian:bookworm-slim', apt: ['git=1:2.39.*'] },
  also: ['DL3008', 'DL3013', 'DL3016', 'DL3018', 'DL3028', 'DL3033', 'DL3037', 'DL3041', 'DL3062'],
  check: (program) => [
    ...allInstructions(program).flatMap((instruction) => (instruction.kind === 'install' ? checkRequest(instruction) : [])),
    ...scripts(program).flatMap(({ commands, origin }) => installed(commands).flatMap((each) => checkCommand(each, origin))),
  ],
});

function checkRequest({ manager, packages }: Install): readonly Finding[] {
  return packages.flatMap(({ value, origin }) => (isWritten(origin) ? checkPackage(value, manager, origin) : []));
}

/** Not what the compiler itself asks for. */
function isWritten({ path, preset }: Finding['origin']): boolean {
  return typeof (preset?.path ?? path).at(-1) === 'number';
}

function checkCommand({ manager, packages }: Installed, origin: Finding['origin']): readonly Finding[] {
  return packages.filter((name) => !name.includes('$')).flatMap((name) => checkPackage(name, manager, origin));
}

function checkPackage(name: string, manager: string, origin: Finding['origin']): readonly Finding[] {
  const pinned = PINNED[FAMILY[manager] ?? manager];
  if (pinned === undefined || pinned.test(name)) return [];
  return [{ origin, message: `"${name}" has no version`, hint: 'say which one is meant' }];
}

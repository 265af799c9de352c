/** A script that upgrades all packages of the base. */

import { scripts } from '../read/scripts.js';
import { lintRule } from './lint-rule.js';

const UPGRADES: readonly RegExp[] = [
  /^apt(?:-get)? (?:-\S+ )*(?:upgrade|dist-upgrade|full-upgrade)\b/,
  /^apk (?:-\S+ )*upgrade(?: -\S+)*$/,
  /^(?:yum|dnf|microdnf) (?:-\S+ )*(?:update|upgrade)(?: -\S+)*$/,
  /^zypper (?:-\S+ )*(?:update|up|dup|dist-upgrade)(?: -\S+)*$/,
  /^pacman -Sy{1,2}u+\S*(?: -\S+)*$/,
];

export const upgrade = lintRule({
  name: 'upgrade',
  level: 'warning',
  summary: 'no script upgrades the packages of the base',
  why: 'What is in the image then depends on the day of the build, and each package stands in it twice: as the base has it, and upgraded. A newer base has both mended.',
  bad: { base: 'debian:bookworm-slim', run: ['apt-get update && apt-get upgrade -y && rm -rf /var/lib/apt/lists/*'] },
  good: { base: 'debian:bookworm-20250407-slim' },
  also: ['DL3005', 'DL3017', 'DL3031', 'DL3035', 'DL3039'],
  check: (program) =>
    scripts(program).flatMap(({ commands, origin }) =>
      commands
        .map(({ words }) => words.join(' '))
        .filter((line) => UPGRADES.some((pattern) => pattern.test(line)))
        .map((line) => ({ origin, message: `"${line}" makes the image depend on the day it is built`, hint: 'take a newer version of the base' })),
    ),
});

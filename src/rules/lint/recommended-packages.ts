/** A script that installs with apt what its packages merely recommend. A policy. */

import { installed } from '../read/installers.js';
import { scripts } from '../read/scripts.js';
import { lintRule } from './lint-rule.js';

export const recommendedPackages = lintRule({
  name: 'recommended-packages',
  level: 'off',
  summary: 'apt installs what packages need, not what they recommend',
  why: 'Recommended packages may well be most of what is installed.',
  bad: { base: 'debian:bookworm-slim', run: ['apt-get update && apt-get install -y git && rm -rf /var/lib/apt/lists/*'] },
  good: { base: 'debian:bookworm-slim', apt: ['git'] },
  also: ['DL3015'],
  check: (program) =>
    scripts(program).flatMap(({ commands, origin, text }) =>
      installed(commands)
        .filter(({ manager }) => manager === 'apt-get' || manager === 'apt')
        .filter(() => !/--no-install-recommends|Install-Recommends/.test(text))
        .map(() => ({
          origin,
          message: 'apt-get installs what the packages recommend as well',
          hint: 'name the packages in apt, or give it --no-install-recommends',
        })),
    ),
});

/** A script that puts another program in the place of /bin/sh. */

import { scripts } from '../read/scripts.js';
import { lintRule } from './lint-rule.js';

export const defaultShellReplaced = lintRule({
  name: 'default-shell-replaced',
  level: 'warning',
  summary: '/bin/sh stays what the base has',
  why: 'Scripts of packages expect the shell of their distribution. Which shell steps run in is said with shell.',
  bad: { base: 'debian:bookworm-slim', run: ['ln -sf /bin/bash /bin/sh'] },
  good: { base: 'debian:bookworm-slim', shell: ['/bin/bash', '-c'] },
  also: ['DL4005'],
  check: (program) =>
    scripts(program).flatMap(({ commands, origin }) =>
      commands
        .filter(({ words }) => words[0] === 'ln' && /^(?:\/usr)?\/bin\/sh$/.test(words.at(-1)!))
        .map(({ words }) => ({
          origin,
          message: `"${words.join(' ')}" replaces the shell of the base`,
          hint: "say which shell steps run in: shell: ['/bin/bash', '-c']",
        })),
    ),
});

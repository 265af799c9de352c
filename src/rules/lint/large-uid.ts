/** An account that a script makes with a large number, without `-l`: a log of logins with a place for each number up to it is then in the layer. */

import { scripts } from '../read/scripts.js';
import { lintRule } from './lint-rule.js';

export const largeUid = lintRule({
  name: 'large-uid',
  level: 'warning',
  summary: 'an account with a large number is made without a log of its logins',
  why: 'useradd writes to /var/log/lastlog and /var/log/faillog at the place of the number: the files are sparse, and as large as that once they are in a layer.',
  bad: { base: 'debian:bookworm-slim', run: ['useradd --uid 2000000 tides'] },
  good: { base: 'debian:bookworm-slim', user: { name: 'tides', uid: 2000000 } },
  also: ['DL3046'],
  check: (program) =>
    scripts(program).flatMap(({ commands, origin }) =>
      commands
        .filter(({ words }) => words[0] === 'useradd' && /(?:-u|--uid)[ =]?\d{6,}/.test(words.join(' ')))
        .filter(({ words }) => !words.some((word) => /^(?:-\w*l\w*|--no-log-init)$/.test(word)))
        .map(() => ({
          origin,
          message: 'useradd writes a log that is as long as the number of the account',
          hint: 'say it with user: { name, uid }, or give it --no-log-init',
        })),
    ),
});

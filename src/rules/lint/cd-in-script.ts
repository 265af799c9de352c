/** A script that goes to another folder first: `cd /opt && make`. A policy. */

import { scripts } from '../read/scripts.js';
import { lintRule } from './lint-rule.js';

export const cdInScript = lintRule({
  name: 'cd-in-script',
  level: 'off',
  summary: 'scripts run where they are said to, without "cd"',
  why: 'The working directory of a step stands beside it where it is a field, and tools can see it there.',
  bad: { base: 'debian:bookworm-slim', run: ['cd /opt && touch started'] },
  good: { base: 'debian:bookworm-slim', workdir: '/opt', run: ['touch started'] },
  also: ['DL3003'],
  check: (program) =>
    scripts(program).flatMap(({ commands, origin }) =>
      commands
        .filter(({ words: [first, second] }) => first === 'cd' && second?.startsWith('/'))
        .map(({ words }) => ({ origin, message: `"${words.join(' ')}" changes the folder within a script`, hint: 'say it with workdir' })),
    ),
});

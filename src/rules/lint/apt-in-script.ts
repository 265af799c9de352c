/** A script that calls `apt`, which is for people at a terminal, instead of `apt-get`. */

import { scripts } from '../read/scripts.js';
import { fixAt } from '../../edit.js';
import { lintRule } from './lint-rule.js';

export const aptInScript = lintRule({
  name: 'apt-in-script',
  level: 'warning',
  summary: 'scripts call apt-get, not apt',
  why: 'apt is made for people: it says itself that its options and its output may change from release to release.',
  bad: { base: 'debian:bookworm-slim', run: ['apt list --installed > /installed.txt'] },
  good: { base: 'debian:bookworm-slim', run: ['apt-cache pkgnames > /names.txt'] },
  also: ['DL3027'],
  check: (program) =>
    scripts(program).flatMap(({ commands, origin }) =>
      commands
        .filter(({ words }) => words[0] === 'apt')
        .map(({ words }) => {
          const verb = words.find((word, index) => index > 0 && !word.startsWith('-')) ?? '';
          const edit = { kind: 'replace' as const, path: origin.path, text: `apt ${verb}`, by: `apt-get ${verb}` };
          const isSame = ['install', 'update', 'remove', 'purge', 'autoremove'].includes(verb) && words[1] === verb;
          return {
            origin,
            message: `"apt ${verb}" is for people at a terminal`,
            hint: isSame ? `write "apt-get ${verb}"` : 'write it with apt-get, apt-cache or dpkg',
            ...(isSame ? fixAt(origin, `call apt-get ${verb}`, edit) : {}),
          };
        }),
    ),
});

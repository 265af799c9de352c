/** wget with a progress bar: a line of the log for each part of a file. A policy. */

import { scripts } from '../read/scripts.js';
import { lintRule } from './lint-rule.js';

export const chattyDownload = lintRule({
  name: 'chatty-download',
  level: 'off',
  summary: 'wget does not fill the log with its progress',
  why: 'In a log each step of the bar is a line: what matters is lost among them.',
  bad: { base: 'debian:bookworm-slim', run: ['wget https://example.org/tides.csv'] },
  good: { base: 'debian:bookworm-slim', run: ['wget --no-verbose https://example.org/tides.csv'] },
  also: ['DL3047'],
  check: (program) =>
    scripts(program).flatMap(({ commands, origin }) =>
      commands
        .filter(
          ({ words }) =>
            words[0] === 'wget' &&
            !words.some((word) => /^(?:-\w*[qo]\w*|-nv|--quiet|--no-verbose|--progress.*|--output-file.*|--append-output.*)$/.test(word)),
        )
        .map(() => ({ origin, message: 'wget writes its progress to the log', hint: 'give it --no-verbose' })),
    ),
});

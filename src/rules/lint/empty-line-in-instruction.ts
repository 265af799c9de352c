/**
 * An empty line within an instruction of raw text that goes on after it.
 */

import { lintRule } from './lint-rule.js';

export const emptyLineInInstruction = lintRule({
  name: 'empty-line-in-instruction',
  level: 'warning',
  summary: 'no instruction of raw text has an empty line in it',
  why: 'The instruction goes on behind the empty line, which looks as if it were over. Builders warn of it, and are to refuse it one day.',
  bad: { base: 'debian:bookworm-slim', steps: [{ kind: 'raw', text: 'RUN mkdir /opt/tides \\\n\n  /opt/charts' }] },
  good: { base: 'debian:bookworm-slim', steps: [{ kind: 'raw', text: 'RUN mkdir /opt/tides \\\n  /opt/charts' }] },
  also: ['NoEmptyContinuation'],
  check: (_program, _facts, raw) =>
    raw
      .filter(({ hasEmptyLine }) => hasEmptyLine)
      .map(({ keyword, origin }) => ({ origin, message: `there is an empty line within ${keyword}, which goes on after it`, hint: 'remove it' })),
});

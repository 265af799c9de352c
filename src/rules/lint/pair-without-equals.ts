/**
 * `ENV NAME value` in raw text, without `=`: all of the line is the value of one variable.
 */

import type { RawInstruction } from '../read/raw-instructions.js';
import { readWords } from '../read/read-words.js';
import type { Finding } from '../rule.js';
import { lintRule } from './lint-rule.js';

export const pairWithoutEquals = lintRule({
  name: 'pair-without-equals',
  level: 'warning',
  summary: 'variables and labels of raw text are written with "="',
  why: 'Without it the rest of the line is the value, a second variable included. The form is kept for old Dockerfiles, and is to go.',
  bad: { base: 'debian:bookworm-slim', raw: ['ENV TIDE ebb'] },
  good: { base: 'debian:bookworm-slim', raw: ['ENV TIDE=ebb'] },
  also: ['LegacyKeyValueFormat'],
  check: (_program, _facts, raw) => raw.flatMap(checkInstruction),
});

function checkInstruction({ keyword, rest, origin }: RawInstruction): readonly Finding[] {
  const inner = /^onbuild$/i.test(keyword) ? /^(\S+)\s+([^]*)$/.exec(rest) : null;
  const [name, text] = inner === null ? [keyword, rest] : [inner[1]!, inner[2]!];
  if (!/^(?:env|label)$/i.test(name) || readWords(text)[0]?.includes('=')) return [];
  const [first = ''] = text.split(/\s/);
  return [
    {
      origin,
      message: `"${first}" of ${name.toUpperCase()} has no "=" behind it`,
      hint: `write ${first}="…", or say it with ${/^env$/i.test(name) ? 'env' : 'labels'}`,
    },
  ];
}

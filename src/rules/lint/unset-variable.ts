/**
 * A variable with a word that stands in for it, `${NAME:-word}`, which nothing has set and nothing can set: there is no build argument of that name.
 */

import { expansions, type Expansion } from '../read/known-variables.js';
import type { Finding } from '../rule.js';
import { lintRule } from './lint-rule.js';

export const unsetVariable = lintRule({
  name: 'unset-variable',
  level: 'warning',
  summary: 'a variable with a default can have another value',
  why: 'Without a build argument or an environment variable of that name, --build-arg changes nothing: the default is all that it can be.',
  bad: { base: 'debian:bookworm-slim', labels: { edition: { kind: 'expand', text: '${EDITION:-first}' } } },
  good: { base: 'debian:bookworm-slim', args: { EDITION: null }, labels: { edition: { kind: 'expand', text: '${EDITION:-first}' } } },
  also: ['UndefinedVar'],
  check: ({ stages }) => expansions(stages).flatMap(checkText),
});

function checkText({ text, origin, known }: Expansion): readonly Finding[] {
  if (known === undefined) return [];
  const read = text.flatMap((part) => (typeof part !== 'string' && /^:?[-+?]$/.test(part.operator ?? '') ? [part.variable] : []));
  return [...new Set(read)]
    .filter((name) => !known.has(name))
    .map((name) => ({
      origin,
      message: `nothing can set "${name}", so that its default is all that it can be`,
      hint: `declare it, with args: { ${name}: null }`,
    }));
}

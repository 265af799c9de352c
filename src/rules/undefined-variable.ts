/**
 * A variable that the builder is to expand and that nothing has set: `expand('/opt/$NOPE')`. It would become nothing, without a word.
 *
 * Only where the environment of the base is certain: there is none in `scratch`, and `PATH` alone in the images of Debian, Ubuntu and Alpine. Leaves in peace
 * what says itself what is then: `${NAME:-word}`; ONBUILD, whose variables are those of another stage; and all behind text of the author's own that sets any.
 */

import { expansions, type Expansion } from './read/known-variables.js';
import { rule, type Finding } from './rule.js';

export const undefinedVariable = rule({
  name: 'undefined-variable',
  severity: 'warning',
  summary: 'each variable that the builder expands has been set',
  why: 'The builder takes a variable that nothing has set for an empty text: a path then leads elsewhere, and a value lacks a part.',
  bad: { base: 'debian:bookworm-slim', args: { VERSION: '1.2' }, env: { HOME_OF_TOOL: { kind: 'expand', text: '/opt/tool-$VERSON' } } },
  good: { base: 'debian:bookworm-slim', args: { VERSION: '1.2' }, env: { HOME_OF_TOOL: { kind: 'expand', text: '/opt/tool-$VERSION' } } },
  also: ['UndefinedVar', 'DL3044'],
  check: ({ stages }) => expansions(stages).flatMap(checkText),
});

function checkText({ text, origin, known }: Expansion): readonly Finding[] {
  if (known === undefined) return [];
  const read = text.flatMap((part) => (typeof part === 'string' || /^:?[-+?]$/.test(part.operator ?? '') ? [] : [part.variable]));
  return [...new Set(read)].filter((name) => !known.has(name)).map((name) => ({ origin, ...finding(name) }));
}

function finding(name: string): Pick<Finding, 'message' | 'hint'> {
  const message = `nothing before it sets "${name}", which becomes an empty text`;
  if (name === 'HOME') return { message, hint: 'HOME is there when a command runs, not for the builder: write the path' };
  return { message, hint: `set it with args or env, or say what stands for it: "\${${name}:-word}"` };
}

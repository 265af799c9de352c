/**
 * Reads the text of `expand('…')`: `$NAME`, `${NAME}` and `${NAME:-word}` are variables, `\$` is a dollar sign and `\\` a backslash; any other backslash and a
 * `$` before anything else are literal.
 *
 *     /opt/bin:$PATH  ->  ['/opt/bin:', { variable: 'PATH' }]
 *
 * Refuses what the builder refuses or takes for nothing: `${}`, `${1}`, `${NAME`, `${NAME:1}`, and operators inside a word.
 */

import type { Text, Variable } from '../text.js';

const BARE = /^\$([A-Za-z_][A-Za-z0-9_]*)/;
const OPERATORS = /^(?::-|:\+|:\?|-|\+|\?|##|#|%%|%|\/\/|\/)/;

export type ParsedExpansion = { readonly text: Text } | { readonly fault: string };

export function parseExpansion(source: string): ParsedExpansion {
  const parts: (string | Variable)[] = [];
  let rest = source;
  while (rest !== '') {
    const next = nextPart(rest);
    if ('fault' in next) return next;
    push(parts, next.part);
    rest = rest.slice(next.length);
  }
  return { text: parts };
}

type NextPart = { readonly part: string | Variable; readonly length: number } | { readonly fault: string };

function nextPart(rest: string): NextPart {
  if (/^\\[\\$]/.test(rest)) return { part: rest.charAt(1), length: 2 };
  const bare = BARE.exec(rest);
  if (bare) return { part: { variable: bare[1] ?? '' }, length: bare[0].length };
  if (rest.startsWith('${')) return braced(rest);
  const plain = /^[^\\$]+/.exec(rest)?.[0] ?? rest.charAt(0);
  return { part: plain, length: plain.length };
}

function braced(rest: string): NextPart {
  const end = rest.indexOf('}');
  if (end < 0) return { fault: `"${rest}" has no closing brace` };
  const inner = rest.slice(2, end);
  const name = /^[A-Za-z_][A-Za-z0-9_]*/.exec(inner)?.[0];
  const whole = rest.slice(0, end + 1);
  if (name === undefined) return { fault: `"${whole}" names no variable` };
  const tail = inner.slice(name.length);
  if (tail === '') return { part: { variable: name }, length: whole.length };
  const operator = OPERATORS.exec(tail)?.[0];
  if (operator === undefined) return { fault: `"${whole}" has an operator that the builder does not know` };
  const word = tail.slice(operator.length);
  if (/[$`"'\\{]/.test(word)) return { fault: `"${whole}" has a word that is not plain text` };
  return { part: { variable: name, operator, word }, length: whole.length };
}

/** Neighbouring literals become one, so that a text has one form only. */
function push(parts: (string | Variable)[], part: string | Variable): void {
  const last = parts.at(-1);
  if (typeof part === 'string' && typeof last === 'string') parts[parts.length - 1] = last + part;
  else parts.push(part);
}

/**
 * withVariables(): a check of literal texts, for what `expand('…')` holds: each variable stands for a value that fits there, and for the word that its operator
 * has in its place.
 *
 *     ${NAME:-nobody}:$GROUP      is checked as "x:x" and as "nobody:x"
 */

import { parseExpansion } from '../parse-expansion.js';
import type { Variable } from '../../text.js';
import { quoted, type Check } from './fault.js';

/** `sample`: what a variable may hold, given the literal text right before it. */
export function withVariables(check: Check<string>, sample: (before: string) => string): Check<string> {
  return (written) => {
    const parsed = parseExpansion(written);
    if ('fault' in parsed) return undefined;
    const fill = (valueOf: (variable: Variable, before: string) => string) =>
      parsed.text.reduce<string>((before, part) => before + (typeof part === 'string' ? part : valueOf(part, before)), '');
    const texts = [
      fill((_, before) => sample(before)),
      fill(({ operator, word = '' }, before) => (isGiven(operator) && word !== '' ? word : sample(before))),
    ];
    const faulty = texts.find((text) => check(text) !== undefined);
    const fault = faulty === undefined ? undefined : check(faulty);
    return fault && { ...fault, message: fault.message.replace(quoted(faulty!), () => quoted(written)) };
  };
}

function isGiven(operator: string | undefined): boolean {
  return operator !== undefined && /^:?[-+]$/.test(operator);
}

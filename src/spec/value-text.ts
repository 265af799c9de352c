/** The text of a value: strings and numbers are literal, `expand('…')` is parsed. What cannot be parsed has been reported by the schema. */

import { literal, literalValue, type AnyText, type Text } from '../text.js';
import { parseExpansion } from './parse-expansion.js';
import type { Value } from './types.js';

export function valueText(value: Value): Text {
  if (typeof value !== 'object') return literal(String(value));
  const parsed = parseExpansion(value.text);
  return 'text' in parsed ? parsed.text : [];
}

/** The same, as a plain string where it has no variable. */
export function plainText(value: Value): AnyText {
  const text = valueText(value);
  return literalValue(text) ?? text;
}

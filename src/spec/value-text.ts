/** The text of a value: strings and numbers are literal, `expand('…')` is parsed. What cannot be parsed has been reported by the schema. */

import { literal, type Text } from '../text.js';
import { parseExpansion } from './parse-expansion.js';
import type { Value } from './types.js';

export function valueText(value: Value): Text {
  if (typeof value !== 'object') return literal(String(value));
  const parsed = parseExpansion(value.text);
  return 'text' in parsed ? parsed.text : [];
}

/** Base images whose reference has global build arguments: `debian:${RELEASE}-slim`. No reference has a `$` of its own. */

import type { Text, Variable } from '../text.js';
import { literalValue } from '../text.js';

const VARIABLE = /\$(?:([A-Za-z_]\w*)|\{([A-Za-z_]\w*)(?:(:?[-+?])([^}]*))?\})/g;

export function imageText(image: string): Text {
  const parts: (string | Variable)[] = [];
  let end = 0;
  for (const match of image.matchAll(VARIABLE)) {
    const [whole, bare, braced, operator, word] = match;
    if (match.index > end) parts.push(image.slice(end, match.index));
    parts.push({ variable: bare ?? braced ?? '', ...(operator === undefined ? {} : { operator, word: word ?? '' }) });
    end = match.index + whole.length;
  }
  if (end < image.length) parts.push(image.slice(end));
  return parts;
}

/** The reference with the defaults of the global build arguments; undefined where one has none. */
export function expandedImage(image: string, globals: ReadonlyMap<string, Text | undefined>): string | undefined {
  const values = imageText(image).map((part) => {
    if (typeof part === 'string') return part;
    const value = globals.get(part.variable);
    const set = value && literalValue(value);
    return set ?? (part.operator?.endsWith('-') ? part.word : undefined);
  });
  return values.includes(undefined) ? undefined : values.join('');
}

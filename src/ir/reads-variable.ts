/**
 * Whether the builder looks at variable `name` when it expands a text. The word of an operator counts too: `${PREFIX:-$HOME}` reads `PREFIX` and `HOME`.
 */

import type { Text } from '../text.js';

export function readsVariable(text: Text, name: string): boolean {
  return text.some((part) => typeof part !== 'string' && (part.variable === name || namesIn(part.word ?? '').includes(name)));
}

function namesIn(word: string): readonly string[] {
  return [...word.matchAll(/\$\{?([A-Za-z_]\w*)/g)].map((match) => match[1]!);
}

/**
 * wrapLine(): one logical line as physical lines that BuildKit can read (at most 65,535 bytes each) and joins again to exactly the same.
 *
 *     ENV A="aaaa…aaaa"        ENV A="aaaa…\
 *                              …aaaa"
 *
 * Breaks only where joining is exact: not after a backslash, not before a blank or `#`, not at a blank. Gives undefined where there is no such place.
 */

import { byteLength, LONGEST_LINE } from './carry.js';
import type { Escape } from './quote.js';

/** Room for the continuation and for what the caller puts before or after it. */
const WIDTH = 60_000;

export function wrapLine(line: string, escape: Escape = '\\'): readonly string[] | undefined {
  if (byteLength(line) <= LONGEST_LINE - 100) return [line];
  const lines: string[] = [];
  let rest = line;
  while (byteLength(rest) > WIDTH) {
    const end = breakPoint(rest);
    if (end === undefined) return undefined;
    lines.push(`${rest.slice(0, end)}${escape}`);
    rest = rest.slice(end);
  }
  return [...lines, rest];
}

/** The last fit place within the width. */
function breakPoint(text: string): number | undefined {
  // A UTF-16 unit is at most three bytes of UTF-8 (a surrogate pair four), so this many units always fit.
  const widest = byteLength(text.slice(0, WIDTH)) <= WIDTH ? WIDTH : Math.floor(WIDTH / 3);
  for (let end = widest; end > 0; end -= 1) {
    if (/[^\s\\`\u0085]/.test(text[end - 1]!) && /[^\s#\u0085\udc00-\udfff]/.test(text[end]!)) return end;
  }
  return undefined;
}

/**
 * patternFault(): why a pattern is none that Docker can read (Go's filepath.Match): a `[` that begins no class, a last backslash. The build would fail on it.
 */

import { shown } from './carry.js';
import type { Fault } from './line.js';

const CHARACTER = String.raw`(?:[^\\\]-]|\\.)`;
const CLASS = String.raw`\[(?:\^|(?!\^))(?:${CHARACTER}(?:-${CHARACTER})?)+\]`;

/** A source without `*`, `?` and `[` is a plain path, in which a last backslash is a character. */
const SOURCE = new RegExp(String.raw`^(?:[^\\[]|\\.|\\$|${CLASS})*$`, 's');
const PATTERN = new RegExp(String.raw`^(?:[^\\[]|\\.|${CLASS})*$`, 's');

export function patternFault(pattern: string, as: 'source' | 'exclude'): Fault | undefined {
  if ((as === 'source' ? SOURCE : PATTERN).test(pattern)) return undefined;
  return { message: `${shown(pattern)} is no pattern that Docker can read`, hint: 'write "[[]" for a "[" that stands for itself' };
}

/**
 * commentLines(): a comment, as lines that nothing can break out of. What a comment cannot show is spelled out (`\u001b`), for no value depends on it.
 *
 * A backslash at the end goes: some builders would continue the line.
 */

import { unicodeEscape } from './carry.js';

export function commentLines(comment: string): readonly string[] {
  return comment.split(/\r\n|[\n\r\u2028\u2029]/).map((line) => {
    const text = line.replace(/[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff]/gu, unicodeEscape).replace(/[\s\\]+$/, '');
    return text === '' ? '#' : `# ${text}`;
  });
}

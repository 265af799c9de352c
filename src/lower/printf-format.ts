/**
 * The formats that make `printf` write a text, each a word for the shell and on one line. POSIX: `\\`, `\n`, `\r`, `\t` and octal escapes; `%%` is a `%`.
 *
 *     50 % of\n"a"          '50 %% of\n"a"'
 */

import { shellWord } from '../shell-word.js';

/** Bytes of a format at most, well below the longest line of a Dockerfile. */
const LONGEST = 30_000;

export function printfFormats(text: string): readonly string[] {
  const formats: string[] = [];
  let format = '';
  for (const character of text) {
    format += escaped(character);
    if (format.length < LONGEST / 4) continue;
    formats.push(format);
    format = '';
  }
  if (format !== '' || formats.length === 0) formats.push(format);
  // A dash in front would be an option.
  return formats.map((part) => shellWord(part.replace(/^-/, '\\055')));
}

const NAMED: Readonly<Record<string, string>> = { '\\': '\\\\', '%': '%%', '\n': '\\n', '\r': '\\r', '\t': '\\t' };

function escaped(character: string): string {
  if (Object.hasOwn(NAMED, character)) return NAMED[character]!;
  const code = character.codePointAt(0)!;
  return code < 0x20 || code === 0x7f ? `\\${code.toString(8).padStart(3, '0')}` : character;
}

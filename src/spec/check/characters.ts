/**
 * Characters that no field but a script may hold: they would begin a line of their own in the Dockerfile, move the cursor of a terminal, or show a reviewer
 * something else than what the builder reads.
 */

import { quoted, type Check, type Fault } from './fault.js';

// C0, DEL and C1; marks of direction; line and paragraph separators; byte order mark; halves of surrogate pairs.
const REFUSED = /[\u0000-\u001f\u007f-\u009f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff\ud800-\udfff]/u;
const REFUSED_IN_ARGUMENTS = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff\ud800-\udfff]/u;
const REFUSED_IN_SCRIPTS = /[\u0000\ud800-\udfff]/u;

const NAMES: Readonly<Record<string, string>> = {
  '\n': 'a newline',
  '\r': 'a carriage return',
  '\t': 'a tab',
  '\0': 'a NUL',
  '\x1b': 'an escape',
  '\ufeff': 'a byte order mark',
};

/** For every field that is not a script, an argument or the content of a file. */
export const textFault: Check<string> = (value) => characterFault(value, REFUSED);

/** For the arguments of a command: JSON carries newlines and tabs, and shows them. */
export const argumentFault: Check<string> = (value) => characterFault(value, REFUSED_IN_ARGUMENTS);

/** For scripts and the content of files: all but what text cannot hold. */
export const scriptFault: Check<string> = (value) => characterFault(value, REFUSED_IN_SCRIPTS);

function characterFault(value: string, refused: RegExp): Fault | undefined {
  const sign = refused.exec(value)?.[0];
  if (sign === undefined) return undefined;
  const point = (sign.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0');
  return {
    code: 'control-character',
    message: `${quoted(value)} holds ${nameOf(sign)} (U+${point})`,
    hint: 'take it out; only scripts and the content of files may hold such characters',
  };
}

function nameOf(sign: string): string {
  const name = NAMES[sign];
  if (name !== undefined) return name;
  if (/[\ud800-\udfff]/u.test(sign)) return 'half of a surrogate pair';
  if (/[\u2028\u2029]/.test(sign)) return 'a line separator';
  return /[\u061c\u200e-\u202e\u2066-\u2069]/.test(sign) ? 'a bidirectional character' : 'a control character';
}

/** shellQuoted(): an argument list as a line that a POSIX shell reads back as that list. */

import { shellWord } from '../shell-word.js';

export function shellQuoted(list: readonly string[]): string {
  return list.map(shellWord).join(' ');
}

/** The line of a RUN that is a single command line, without words of its own, which passes may touch; undefined of all others. */

import type { Run } from './instruction.js';

export function singleLine({ script, verbatim }: Run): string | undefined {
  if (script.form !== 'commands' || script.commands.length !== 1 || verbatim) return undefined;
  const { line, arguments: words } = script.commands[0]!;
  return words.length === 0 ? line : undefined;
}

/** imageUser(): the user that the program has set before an instruction of a stage, as it is written; undefined: whoever the base has. */

import type { Instruction, User } from '../../ir/instruction.js';
import type { Stage } from '../../ir/program.js';
import { shownText } from '../../text.js';

export function imageUser({ instructions }: Stage, before?: Instruction): string | undefined {
  const end = before === undefined ? instructions.length : instructions.indexOf(before);
  const last = instructions.slice(0, end < 0 ? instructions.length : end).findLast((instruction): instruction is User => instruction.kind === 'user');
  return last === undefined ? undefined : shownText(last.user);
}

/** Instructions with adjacent ones joined where `join` gives one for two; the same list when none was. `before` is what stands before the two. */

import type { Instruction } from './instruction.js';

type Join = (first: Instruction, second: Instruction, before: readonly Instruction[]) => Instruction | undefined;

export function joinNeighbours(instructions: readonly Instruction[], join: Join): readonly Instruction[] {
  const joined: Instruction[] = [];
  for (const instruction of instructions) {
    const last = joined.at(-1);
    const one = last && join(last, instruction, joined.slice(0, -1));
    if (one === undefined) joined.push(instruction);
    else joined[joined.length - 1] = one;
  }
  return joined.length < instructions.length ? joined : instructions;
}

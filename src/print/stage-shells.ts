/** stageShells(): which shell RUN uses at each instruction of each stage. A stage inherits the shell of the stage that it builds on. */

import type { Instruction } from '../ir/instruction.js';
import type { Stage } from '../ir/program.js';

type Argv = readonly string[] | undefined;

/** `stageShells(stages)[stage][instruction]`: undefined where the base decides. */
export function stageShells(stages: readonly Stage[]): readonly (readonly Argv[])[] {
  const lastShells = new Map<string, Argv>();
  return stages.map(({ name, instructions }) => {
    const shells: Argv[] = [];
    for (const instruction of instructions) shells.push(shellAfter(instruction, shells.at(-1), lastShells));
    if (name !== undefined) lastShells.set(name, shells.at(-1));
    return shells;
  });
}

function shellAfter(instruction: Instruction, before: Argv, lastShells: ReadonlyMap<string, Argv>): Argv {
  if (instruction.kind === 'shell') return instruction.argv;
  if (instruction.kind === 'from') return instruction.stage === undefined ? undefined : lastShells.get(instruction.stage);
  return before;
}

/**
 * What a package manager leaves behind is removed in the RUN that made it: a later layer could only hide it.
 *
 *     RUN apt-get update && apt-get install -y git
 *
 *     RUN apt-get update && apt-get install -y git && rm -rf /var/lib/apt/lists/*
 *
 * Refuses installs on which another pass has decided: with cache mounts there is nothing to remove.
 */

import type { Instruction } from '../ir/instruction.js';
import { mapStages } from '../ir/program.js';
import type { Pass } from './pass.js';

export const cleanUp: Pass = {
  name: 'clean-up',
  summary: 'what package managers leave behind is removed in the same layer',
  why: 'A later layer can only hide what an earlier one holds: the image keeps its size.',
  policies: ['cache', 'fewest'],
  apply: (program) => mapStages(program, cleanAll),
};

function cleanAll(instructions: readonly Instruction[]): readonly Instruction[] {
  const cleaned = instructions.map((instruction): Instruction => {
    return instruction.kind === 'install' && instruction.caching === undefined ? { ...instruction, caching: 'cleanup' } : instruction;
  });
  return cleaned.some((instruction, index) => instruction !== instructions[index]) ? cleaned : instructions;
}

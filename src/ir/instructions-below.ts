/** What is below a stage, down to an image: the instructions of the stages that it stands on, the lowest first. */

import type { Instruction } from './instruction.js';
import type { Program } from './program.js';

export function instructionsBelow([from]: readonly Instruction[], program: Program): readonly Instruction[] {
  if (from?.kind !== 'from' || from.stage === undefined) return [];
  const below = program.stages.find(({ name }) => name === from.stage)?.instructions ?? [];
  return [...instructionsBelow(below, program), ...below];
}

/**
 * neededStages(): the stages that a build carries out: the one that is the image, and those that it stands on, copies from or mounts, and so on.
 */

import type { Instruction } from './instruction.js';
import { imageStage, type Program, type Stage } from './program.js';

export function neededStages(program: Program): readonly Stage[] {
  const needed = new Set([imageStage(program)]);
  for (const stage of needed) {
    const names = new Set(stage.instructions.flatMap(stagesOf));
    for (const other of program.stages) if (other.name !== undefined && names.has(other.name)) needed.add(other);
  }
  return program.stages.filter((stage) => needed.has(stage));
}

/** The stages that it stands on, copies from or mounts; what is mounted may be an image or a context, too. */
export function stagesOf(instruction: Instruction): readonly string[] {
  if (instruction.kind === 'from') return instruction.stage === undefined ? [] : [instruction.stage];
  if (instruction.kind === 'copy') return instruction.from !== undefined && 'stage' in instruction.from ? [instruction.from.stage] : [];
  if (instruction.kind !== 'run' && instruction.kind !== 'install') return [];
  return instruction.mounts.flatMap((mount) => ((mount.type === 'bind' || mount.type === 'cache') && mount.from !== undefined ? [mount.from] : []));
}

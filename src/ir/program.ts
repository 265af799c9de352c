/** The program: stages, each a flat list of instructions. */

import type { Origin } from '../origin.js';
import type { Arg, Instruction } from './instruction.js';

export interface Program {
  /** Build arguments before the first FROM. */
  readonly globalArgs: readonly Arg[];
  /** In build order; the last one is the image, unless `target` names another. */
  readonly stages: readonly Stage[];
  readonly target?: string;
  /** Extra .dockerignore patterns, after the derived ones. */
  readonly ignore: readonly string[];
}

export interface Stage {
  /** Undefined for the final stage. */
  readonly name?: string;
  readonly origin: Origin;
  /** The first is a `from`. */
  readonly instructions: readonly Instruction[];
}

/** The same program with each stage's instructions replaced; the same object when no stage changed. */
export function mapStages(program: Program, change: (instructions: readonly Instruction[], stage: Stage) => readonly Instruction[]): Program {
  let changed = false;
  const stages = program.stages.map((stage) => {
    const instructions = change(stage.instructions, stage);
    if (instructions === stage.instructions) return stage;
    changed = true;
    return { ...stage, instructions };
  });
  return changed ? { ...program, stages } : program;
}

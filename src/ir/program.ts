/** The program: stages, each a flat list of instructions. */

import type { Origin } from '../origin.js';
import { DEFAULT_TARGET, type Target } from '../target.js';
import type { PathChanges } from './change-probability.js';
import type { Arg, Instruction } from './instruction.js';

export interface Program {
  /** Build arguments before the first FROM. */
  readonly globalArgs: readonly Arg[];
  /** In build order; the last one is the image, unless `target` names another. */
  readonly stages: readonly Stage[];
  readonly target?: string;
  /** What the Dockerfile is for; see `targetOf`. */
  readonly dockerfile?: Target;
  /** How often paths of the context change, where somebody has asked the project's history. */
  readonly changes?: PathChanges;
  /** Patterns of what no folder of the context brings along, since it is made in the image itself: `node_modules`. None when absent. */
  readonly leftOut?: readonly string[];
  /** Extra .dockerignore patterns, after the derived ones. */
  readonly ignore: readonly string[];
  /** Folder of the build context, relative to that of the definition, when it is not the same. */
  readonly context?: string;
  /** Further build contexts, and what each is; undefined: the build gives it. */
  readonly contexts?: readonly { readonly name: string; readonly value?: string }[];
}

export interface Stage {
  /** Undefined for the final stage. */
  readonly name?: string;
  readonly origin: Origin;
  /** The first is a `from`. */
  readonly instructions: readonly Instruction[];
}

/** What the Dockerfile of a program is for. */
export function targetOf({ dockerfile }: Program): Target {
  return dockerfile ?? DEFAULT_TARGET;
}

/** The one that is built. */
export function imageStage({ stages, target }: Program): Stage {
  return stages.find(({ name }) => name !== undefined && name === target) ?? stages.at(-1)!;
}

/** All of them, the build arguments before the first FROM included. */
export function allInstructions({ globalArgs, stages }: Program): readonly Instruction[] {
  return [...globalArgs, ...stages.flatMap(({ instructions }) => instructions)];
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

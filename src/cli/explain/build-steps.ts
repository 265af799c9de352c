/**
 * buildSteps(): the instructions of a program that make a layer, each with the place that BuildKit gives its step.
 *
 *     FROM debian AS build
 *     RUN make                      [build 2/2] RUN make
 *     FROM debian
 *     COPY --from=build …           [stage-1 2/2] COPY --from=build …
 *
 * A stage counts its base, unless that is another stage or nothing, and what changes files. In a file of one stage, steps bear no name of it; one for another platform is
 * named after that, too.
 */

import type { Instruction } from '../../ir/instruction.js';
import type { Program, Stage } from '../../ir/program.js';

export interface BuildStep {
  readonly instruction: Instruction;
  /** `build 2/3`. */
  readonly place: string;
}

export function buildSteps({ stages }: Program): readonly BuildStep[] {
  return stages.flatMap((stage, index) => stageSteps(stage, stages.length === 1 ? '' : `${stage.name ?? `stage-${index}`} `));
}

function stageSteps({ instructions }: Stage, label: string): readonly BuildStep[] {
  const counted = instructions.filter(isCounted);
  const steps = counted.map((instruction, index) => ({ instruction, place: `${label}${index + 1}/${counted.length}` }));
  return steps.filter(({ instruction }) => instruction.kind !== 'from');
}

function isCounted(instruction: Instruction): boolean {
  if (instruction.kind === 'from') return instruction.image !== undefined && instruction.image[0] !== 'scratch';
  return ['run', 'copy', 'add', 'file', 'workdir'].includes(instruction.kind);
}

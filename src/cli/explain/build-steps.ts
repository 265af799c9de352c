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
import { instructionWords } from './instruction-words.js';

export interface BuildStep {
  readonly instruction: Instruction;
  /** `build 2/3`. */
  readonly place: string;
}

export function buildSteps(program: Program): readonly BuildStep[] {
  return placedSteps(program).filter(({ instruction }) => instruction.kind !== 'from');
}

/** The bases, too. */
export function placedSteps({ stages }: Program): readonly BuildStep[] {
  return stages.flatMap((stage, index) => stageSteps(stage, stages.length === 1 ? '' : `${stage.name ?? `stage-${index}`} `));
}

function stageSteps({ instructions }: Stage, label: string): readonly BuildStep[] {
  const counted = instructions.flatMap((instruction) =>
    instructionWords(instruction).flatMap((word) => (isCounted(instruction, word) ? [instruction] : [])),
  );
  return counted.map((instruction, index) => ({ instruction, place: `${label}${index + 1}/${counted.length}` }));
}

function isCounted(instruction: Instruction, word: string): boolean {
  if (instruction.kind === 'from') return instruction.image !== undefined && instruction.image[0] !== 'scratch';
  return ['RUN', 'COPY', 'ADD', 'WORKDIR'].includes(word);
}

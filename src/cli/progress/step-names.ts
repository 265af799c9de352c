/**
 * createStepNames(): how the steps that an engine tells of are called in image.ts, and how many there will be, where that is known beforehand.
 *
 *     [build 2/3] RUN make            BuildKit: by its place, which is computed as BuildKit does
 *     [1/2] STEP 2/5: RUN make        Buildah: every instruction is a step
 *     [internal] load build context   no step of the Dockerfile: "load build context"
 */

import type { StepEvent } from '../../engine/build-events.js';
import { stepPlace } from '../../engine/step-place.js';
import type { Instruction } from '../../ir/instruction.js';
import type { Program } from '../../ir/program.js';
import { instructionWords } from '../explain/instruction-words.js';
import { placedSteps } from '../explain/build-steps.js';
import { stepLabel } from './step-label.js';

export interface StepName {
  readonly label: string;
  /** Whether it is a step of the Dockerfile. */
  readonly counts: boolean;
  readonly isBase: boolean;
}

export type StepNames = (step: StepEvent) => StepName;

export function createStepNames(program: Program): StepNames {
  return (step) => {
    const { place, text } = stepPlace(step.name);
    const said = text.replace(NUMBERED, '');
    const counts = place !== '' || said !== text;
    const isBase = counts && said.startsWith('FROM ');
    const instruction = stepInstruction(program, step);
    return { label: instruction === undefined ? said.replace(/^\[(?:internal|auth)\] /, '') : stepLabel(instruction), counts, isBase };
  };
}

const NUMBERED = /^(?:\[[^\]]*\] )*(?:STEP|Step) \d+\/\d+ ?: ?/;

/** The instruction that a step carries out; undefined where that is none of the program's, or not certain. */
export function stepInstruction(program: Program, { id, name }: Pick<StepEvent, 'id' | 'name'>): Instruction | undefined {
  const { place, text } = stepPlace(name);
  // Of a single stage, the steps that mount something bear its name nevertheless.
  const known = program.stages.length === 1 ? place.replace(/^\S+ /, '') : place;
  if (place !== '') return placedSteps(program).find((step) => step.place === known && carriesOut(text, step.instruction))?.instruction;
  if (!NUMBERED.test(name)) return undefined;
  const [stage = 1, number = 1] = id.split(' ').map(Number);
  const own = program.stages[stage - 1]?.instructions.flatMap((instruction) => instructionWords(instruction).map(() => instruction)) ?? [];
  const found = own[number - 1];
  return found !== undefined && carriesOut(name.replace(NUMBERED, ''), found) ? found : undefined;
}

function carriesOut(text: string, instruction: Instruction): boolean {
  const [word = ''] = text.split(/\s/, 1);
  return instructionWords(instruction).includes(word.toUpperCase());
}

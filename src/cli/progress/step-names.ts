/**
 * createStepNames(): how the steps that an engine tells of are called in image.ts, and how many there will be, where that is known beforehand.
 *
 *     [build 2/3] RUN make            BuildKit: by its place, which is computed as BuildKit does; a base by its image
 *     [1/2] STEP 2/5: RUN make        Buildah: every instruction is a step
 *     [internal] load build context   no step of the Dockerfile: "load build context"
 */

import type { StepEvent } from '../../engine/build-events.js';
import { stepPlace, type StepPlace } from '../../engine/step-place.js';
import type { Instruction } from '../../ir/instruction.js';
import type { Program, Stage } from '../../ir/program.js';
import { shownText } from '../../text.js';
import { instructionWords } from '../explain/instruction-words.js';
import { placedSteps } from '../explain/build-steps.js';
import { stepLabel } from './step-label.js';

export interface StepName {
  readonly label: string;
  /** Whether it is a step of the Dockerfile. */
  readonly counts: boolean;
  readonly isBase: boolean;
  /** Where its instruction stands among the steps; undefined where that is not known. */
  readonly position?: number;
  /** How many steps there will be, where the engine tells of them only when they begin. */
  readonly of?: number;
}

export type StepNames = (step: StepEvent) => StepName;

export function createStepNames(program: Program): StepNames {
  const placed = placedSteps(program).map(({ instruction }) => instruction);
  const all = program.stages.flatMap(numberedSteps);
  return (step) => {
    const { place, text } = placeOf(step.name);
    const instruction = stepInstruction(program, step);
    const label = instruction === undefined ? text.replace(/^\[(?:internal|auth)\] /, '') : stepLabel(instruction);
    const name = { label, counts: place !== '', isBase: place !== '' && text.startsWith('FROM ') };
    if (instruction === undefined) return name;
    return NUMBERED.test(step.name)
      ? { ...name, position: all.indexOf(instruction), of: all.length }
      : { ...name, position: placed.indexOf(instruction) };
  };
}

const NUMBERED = /^(?:\[[^\]]*\] )*(?:STEP|Step) \d+\/\d+ ?: ?/;

/** Buildah's steps have a place, too. */
function placeOf(name: string): StepPlace {
  const numbered = NUMBERED.exec(name)?.[0];
  return numbered === undefined ? stepPlace(name) : { place: numbered, text: name.slice(numbered.length) };
}

/** The instruction that a step carries out; undefined where that is none of the program's, or not certain. */
export function stepInstruction(program: Program, { id, name }: Pick<StepEvent, 'id' | 'name'>): Instruction | undefined {
  const { place, text } = placeOf(name);
  const found = NUMBERED.test(name) ? numberedInstruction(program, id) : placedInstruction(program, place, text);
  return found !== undefined && carriesOut(text, found) ? found : undefined;
}

function placedInstruction(program: Program, place: string, text: string): Instruction | undefined {
  if (place === '') return undefined;
  if (text.startsWith('FROM ')) return baseOf(program, text);
  // Of a single stage, the steps that mount something bear its name nevertheless.
  const known = program.stages.length === 1 ? place.replace(/^\S+ /, '') : place;
  return placedSteps(program).find((step) => step.place === known)?.instruction;
}

function numberedInstruction({ stages }: Program, id: string): Instruction | undefined {
  const [stage = 1, number = 1] = id.split(' ').map(Number);
  const found = stages[stage - 1];
  return found && numberedSteps(found)[number - 1];
}

/** As often as Buildah counts them: raw text may be several. */
function numberedSteps({ instructions }: Stage): readonly Instruction[] {
  return instructions.flatMap((instruction) => instructionWords(instruction).map(() => instruction));
}

/** By its image: where builds share a base, one may be told of it by the name that it has in another. */
function baseOf({ stages }: Program, text: string): Instruction | undefined {
  const image = plainReference(text.slice('FROM '.length));
  const bases = stages.flatMap(({ instructions }) => instructions.filter((each) => each.kind === 'from' && each.image !== undefined));
  return (
    bases.find((base) => base.kind === 'from' && plainReference(shownText(base.image!)) === image) ?? (bases.length === 1 ? bases[0] : undefined)
  );
}

/** Without the registry and the folder that stand for themselves, and without the digest that the engine found. */
function plainReference(image: string): string {
  return image.replace(/@sha256:[0-9a-f]+$/, '').replace(/^docker\.io\/(?:library\/)?/, '');
}

function carriesOut(text: string, instruction: Instruction): boolean {
  const [word = ''] = text.split(/\s/, 1);
  return instructionWords(instruction).includes(word.toUpperCase());
}

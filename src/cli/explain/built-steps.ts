/**
 * builtSteps(): what each step of an image took and holds, as Docker remembers it: the time from the record of its last build, the size from the image's history.
 *
 * In: an image that was built with docker from the Dockerfile as it is now. Steps of other stages are in no image, and have no size; steps that were taken from the cache
 * have no time. Refuses an image that is not there, and one whose history is not that of the Dockerfile.
 */

import { basename, dirname } from 'node:path';
import { layerRecords, stepRecords, type LayerRecord } from '../../engine/build-record.js';
import type { Instruction } from '../../ir/instruction.js';
import { imageStage, type Program, type Stage } from '../../ir/program.js';
import type { Origin } from '../../origin.js';
import { CliError } from '../cli-error.js';
import type { ProjectImage } from '../project.js';
import { buildSteps } from './build-steps.js';
import { instructionWords } from './instruction-words.js';

export interface BuiltStep {
  /** `build 2/3`. */
  readonly place: string;
  /** As the builder has it: `RUN make`. */
  readonly text: string;
  readonly bytes?: number;
  readonly seconds?: number;
  readonly cached: boolean;
  readonly origins: readonly Origin[];
}

export interface BuiltQuestion {
  /** The program of docker. */
  readonly program: string;
  /** Absolute path of the context. */
  readonly context: string;
  readonly tag: string;
}

export async function builtSteps({ compiled, dockerfile }: ProjectImage, { program, context, tag }: BuiltQuestion): Promise<readonly BuiltStep[]> {
  const layers = await layerRecords(program, tag);
  if (layers === undefined)
    throw new CliError({ code: 'not-built', message: `there is no image "${tag}"`, hint: 'build it first: imagewright build' });
  const bytes = sizesOf(compiled.program, layers, tag);
  const file = dirname(dockerfile) === context ? basename(dockerfile) : dockerfile;
  const steps = buildSteps(compiled.program);
  const records = (await stepRecords(program, context, { file, places: steps.map(({ place }) => place) })) ?? [];
  return steps.map(({ instruction, place }) => {
    const record = records.find((each) => each.place === place);
    const size = bytes.get(instruction);
    return {
      place,
      text: record?.text ?? instruction.kind.toUpperCase(),
      cached: record?.cached === true,
      origins: instruction.origins,
      ...(size === undefined ? {} : { bytes: size }),
      ...(record?.seconds === undefined ? {} : { seconds: record.seconds }),
    };
  });
}

/** Every instruction is an entry of the history; raw text may be any number of them, so that only what stands behind it is known. */
function sizesOf(program: Program, layers: readonly LayerRecord[], tag: string): ReadonlyMap<Instruction, number> {
  const all = instructionsOf(program, imageStage(program));
  const known = all.slice(all.findLastIndex(({ kind }) => kind === 'raw') + 1);
  const entries = layers.slice(Math.max(0, layers.length - known.length));
  const other = known.findIndex((instruction, index) => entries[index]?.createdBy.startsWith(`${keyword(instruction)} `) !== true);
  if (other >= 0) {
    const message = `the image "${tag}" was not built from this Dockerfile: its history has no ${keyword(known[other]!)} there`;
    throw new CliError({ code: 'not-built', message, hint: 'build it again: imagewright build' });
  }
  return new Map(known.map((instruction, index) => [instruction, entries[index]!.bytes]));
}

/** Of the stage, and before them of those that it stands on. */
function instructionsOf(program: Program, { instructions }: Stage): readonly Instruction[] {
  const [from, ...own] = instructions;
  const base = from?.kind === 'from' && from.stage !== undefined ? program.stages.find(({ name }) => name === from.stage) : undefined;
  return [...(base === undefined ? [] : instructionsOf(program, base)), ...own];
}

function keyword(instruction: Instruction): string {
  return instructionWords(instruction)[0]!;
}

/**
 * apptainerStages(): the stages that an image is made of, as Apptainer can have them.
 *
 * It knows no stage that stands on another: what the other does is done again. It takes files from stages only, not from images: an image that files are taken
 * from becomes a stage without instructions. Stages that the image does not need are left out, for Apptainer builds all that it reads.
 */

import type { Copy, From, Instruction } from '../../ir/instruction.js';
import { allInstructions, imageStage, type Program, type Stage } from '../../ir/program.js';

export interface ApptainerStage {
  /** Undefined for the final stage. */
  readonly name?: string;
  readonly from: From;
  /** Those of the stages that it stands on are before its own; each stage apart. */
  readonly parts: readonly (readonly Exclude<Instruction, From>[])[];
}

/** Where files are taken from: the name of a stage; or why there is none. */
export type StageName = { readonly name: string } | { readonly message: string; readonly hint: string };

export function apptainerStages(program: Program): readonly ApptainerStage[] {
  const { stages } = program;
  const last = imageStage(program);
  const needed = neededStages([last], program);
  const own = stages.filter((stage) => needed.has(stage) && stage !== last).map((stage) => flattened(stage, program));
  const { name: _name, ...final } = flattened(last, program);
  const images = [...own, final].flatMap(({ parts }) => parts.flat().flatMap((instruction) => imagesOf(instruction, program)));
  return [...new Map(images.map((image) => [image.name, image])).values(), ...own, final];
}

/** Those that files are taken from, and those that these take files from. */
function neededStages(queue: Stage[], program: Program): ReadonlySet<Stage> {
  const needed = new Set<Stage>();
  for (const stage of queue) {
    if (needed.has(stage)) continue;
    needed.add(stage);
    const names = flattened(stage, program).parts.flat().flatMap(sourcesOf);
    queue.push(...program.stages.filter(({ name }) => name !== undefined && names.includes(name)));
  }
  return needed;
}

function flattened(stage: Stage, program: Program): ApptainerStage {
  const [from, ...instructions] = stage.instructions as readonly [From, ...Exclude<Instruction, From>[]];
  const parent = from.stage === undefined ? undefined : program.stages.find(({ name }) => name === from.stage);
  const name = stage.name === undefined ? {} : { name: stage.name };
  if (parent === undefined) return { ...name, from, parts: [instructions] };
  const below = flattened(parent, program);
  return { ...name, from: below.from, parts: [...below.parts, instructions] };
}

/** Names of stages and images. */
function sourcesOf(instruction: Instruction): readonly string[] {
  return placesOf(instruction).flatMap((from) => ('stage' in from ? [from.stage] : 'image' in from ? [from.image] : []));
}

type Place = NonNullable<Copy['from']>;

function placesOf(instruction: Instruction): readonly Place[] {
  if (instruction.kind === 'copy') return instruction.from === undefined ? [] : [instruction.from];
  const mounts = instruction.kind === 'run' || instruction.kind === 'install' ? instruction.mounts : [];
  return mounts.flatMap((mount) => (mount.type === 'bind' && mount.from !== undefined ? [{ image: mount.from }] : []));
}

function imagesOf(instruction: Instruction, program: Program): readonly ApptainerStage[] {
  return sourcesOf(instruction).flatMap((image) => {
    const name = imageNames(program).get(image);
    return name === undefined ? [] : [{ name, from: { kind: 'from', image: [image], origins: instruction.origins }, parts: [] }];
  });
}

/** Images that files are taken from → stages that no other has the name of. */
function imageNames(program: Program): ReadonlyMap<string, string> {
  const names = [...program.stages, ...(program.contexts ?? [])].map(({ name }) => name);
  const images = new Set(
    allInstructions(program)
      .flatMap(sourcesOf)
      .filter((image) => !names.includes(image)),
  );
  const prefix = names.some((name) => name?.startsWith('image-')) ? 'image-of-' : 'image-';
  return new Map([...images].map((image, index) => [image, `${prefix}${index + 1}`]));
}

/** Of what COPY takes files from, or of what a mount is of. */
export function stageName(from: Place | string, program: Program): StageName {
  const name = typeof from === 'string' ? from : 'stage' in from ? from.stage : 'image' in from ? from.image : from.context;
  if (!program.contexts?.some((context) => context.name === name)) return { name: imageNames(program).get(name) ?? name };
  return {
    message: `"${name}" is a further build context, and Apptainer has one folder only`,
    hint: 'copy the files from the folder of the definition',
  };
}

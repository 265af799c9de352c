/**
 * expectedCost(): what the next build costs that follows a commit, on the average: each step's cost, times the probability that it or one before it changed.
 *
 *     FROM debian            0.003                                a source changes in every second commit, and
 *     COPY . /app/           0.5      0.2 s × 0.50                with it in front of them, so do the packages
 *     RUN apt-get install    0.012   10.0 s × 0.51
 *
 * In: a program whose installs are not written out yet. Out: seconds of the builder, over all stages that it needs, and bytes of the image
 * that have to be pushed and pulled again. See `cost-model.ts` for the numbers.
 */

import { anyOf, changeProbability, type PathChanges } from './change-probability.js';
import { addCost, COMMAND_COST, COPY_COST, installCost, SECONDS_PER_BYTE, type Cost } from './cost-model.js';
import type { Instruction } from './instruction.js';
import { neededStages, stagesOf } from './needed-stages.js';
import { imageStage, type Program, type Stage } from './program.js';

const NOTHING: Cost = { seconds: 0, bytes: 0 };

/** What a stage leaves to the stages that use it. */
interface StageCost {
  /** Of the steps of its own. */
  readonly own: Cost;
  /** Of its steps and of those that it stands on. */
  readonly image: Cost;
  /** That any of them changed. */
  readonly change: number;
}

type StageCosts = ReadonlyMap<string | undefined, StageCost>;

export function expectedCost(program: Program): Cost {
  const stages = stageCosts(program);
  const { image } = stages.get(imageStage(program).name)!;
  const seconds = neededStages(program).reduce((sum, { name }) => sum + stages.get(name)!.own.seconds, 0);
  return { seconds, bytes: image.bytes };
}

/** How probable it is that a commit changes an instruction of a program, or, of what it takes from another stage, anything in that. */
export function changesOf(program: Program): (instruction: Instruction) => number {
  const stages = stageCosts(program);
  return (instruction) => ownChange(instruction, stages, program.changes);
}

/** One figure: what has to be pushed and pulled takes time, too. */
export function inSeconds({ seconds, bytes }: Cost): number {
  return seconds + bytes * SECONDS_PER_BYTE;
}

/** What a step costs when it is carried out. */
export function stepCost(instruction: Instruction): Cost {
  if (instruction.kind === 'install') return installCost(instruction);
  if (instruction.kind === 'run') return instruction.generated ? COPY_COST : COMMAND_COST;
  return instruction.kind === 'copy' || instruction.kind === 'add' || instruction.kind === 'file' ? COPY_COST : NOTHING;
}

function stageCosts({ stages, changes }: Program): StageCosts {
  const costs = new Map<string | undefined, StageCost>();
  for (const stage of stages) costs.set(stage.name, stageCost(stage, costs, changes));
  return costs;
}

function ownChange(instruction: Instruction, stages: StageCosts, changes: PathChanges | undefined): number {
  return anyOf([changeProbability(instruction, changes), ...stagesReadBy(instruction).map((name) => stages.get(name)?.change ?? 0)]);
}

function stageCost({ instructions }: Stage, stages: StageCosts, changes: PathChanges | undefined): StageCost {
  const base = instructions.flatMap((instruction) =>
    instruction.kind === 'from' && instruction.stage !== undefined ? (stages.get(instruction.stage) ?? []) : [],
  );
  let change = base[0]?.change ?? 0;
  let own = NOTHING;
  for (const instruction of instructions) {
    change = anyOf([change, ownChange(instruction, stages, changes)]);
    const { seconds, bytes } = stepCost(instruction);
    own = addCost(own, { seconds: seconds * change, bytes: bytes * change });
  }
  return { own, image: addCost(base[0]?.image ?? NOTHING, own), change };
}

/** What it stands on is counted where its stage begins. */
function stagesReadBy(instruction: Instruction): readonly string[] {
  return instruction.kind === 'from' ? [] : stagesOf(instruction);
}

/**
 * Of files that are copied one after the other, those that change more often come last, so that a change of them leaves the others in the cache.
 *
 *     COPY count.py /opt/word_count/
 *     COPY texts /opt/texts/            (texts change in 2 % of the commits)
 *
 *     COPY texts /opt/texts/
 *     COPY count.py /opt/word_count/
 *
 * How often a path changes is known where the project's history was asked (`generate --refresh-order`); else the classes of the cost model decide: what stands in the
 * definition before files of the context. Only what differs by half counts, so that nothing moves for a trifle. Refuses to let two pass each other whose targets are
 * in one another or not known, or which have different owners or modes: folders that are missing above a target are made with those of whoever comes first.
 */

import { changeRank } from '../ir/change-rank.js';
import { arePlacesRelated, copiedPlace, isCopying, type Copying } from '../ir/copied-place.js';
import type { Instruction } from '../ir/instruction.js';
import { mapStages } from '../ir/program.js';
import { same } from '../ir/same.js';
import type { Pass } from './pass.js';

export const orderCopies: Pass = {
  name: 'order-copies',
  summary: 'what changes more often is copied last',
  why: 'A layer is made again when one before it changes. What stays the same is then taken from the cache, and neither pushed nor pulled again.',
  policies: ['cache', 'fewest'],
  apply: (program) => {
    const rank = changeRank(program);
    return mapStages(program, (instructions) => orderAll(instructions, rank));
  },
};

type Rank = (copying: Copying) => number;

function orderAll(instructions: readonly Instruction[], rank: Rank): readonly Instruction[] {
  const ordered: Instruction[] = [];
  let changed = false;
  for (const instruction of instructions) {
    const place = isCopying(instruction) ? placeFor(instruction, ordered, rank) : ordered.length;
    changed ||= place < ordered.length;
    ordered.splice(place, 0, instruction);
  }
  return changed ? ordered : instructions;
}

/** Behind the last of those right before it that changes as rarely, or that it has to do with. */
function placeFor(copying: Copying, before: readonly Instruction[], rank: Rank): number {
  let place = before.length;
  for (; place > 0; place -= 1) {
    const other = before[place - 1]!;
    if (!isCopying(other) || rank(other) <= rank(copying) || !areApart(other, copying, before)) break;
  }
  return place;
}

/** Nothing that they stand between changes the working directory. */
function areApart(first: Copying, second: Copying, before: readonly Instruction[]): boolean {
  const [place, other] = [copiedPlace(first, before), copiedPlace(second, before)];
  return (
    place !== undefined &&
    other !== undefined &&
    !arePlacesRelated(place, other) &&
    same(first.chown, second.chown) &&
    same(first.chmod, second.chmod)
  );
}

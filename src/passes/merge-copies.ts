/**
 * Files that are copied to the same folder, one after the other, are copied at once.
 *
 *     COPY Snakefile /opt/word_count/
 *     COPY count.py plot.py /opt/word_count/
 *
 *     COPY Snakefile count.py plot.py /opt/word_count/
 *
 * Those that are to share a layer (`layer: 'shared'`) do so however often each changes. Refuses what is to have a layer of its own, those with different flags or a different origin, targets that are not said to be a folder (`/` at the end), and, under `cache`, files of which some change
 * twice as often as the others: see `order-copies`.
 */

import { changeRank } from '../ir/change-rank.js';
import type { Copy, Instruction } from '../ir/instruction.js';
import { joinNeighbours } from '../ir/join-neighbours.js';
import { mergeBase } from '../ir/merge-base.js';
import { mapStages } from '../ir/program.js';
import { same } from '../ir/same.js';
import { shownText } from '../text.js';
import type { Pass } from './pass.js';

export const mergeCopies: Pass = {
  name: 'merge-copies',
  summary: 'files that go to the same folder are copied at once',
  why: 'Each COPY is a layer; small files that change together need no layer each.',
  policies: ['cache', 'fewest'],
  apply: (program) => {
    const rank = changeRank(program);
    return mapStages(program, (instructions) => joinNeighbours(instructions, (first, second) => merge(first, second, rank)));
  },
};

function merge(first: Instruction, second: Instruction, rank: (copy: Copy) => number): Instruction | undefined {
  if (first.kind !== 'copy' || second.kind !== 'copy' || !shownText(first.to).endsWith('/')) return undefined;
  if (!same(flagsOf(first), flagsOf(second)) || first.layer === 'own') return undefined;
  if (first.layer !== 'shared' && rank(first) !== rank(second)) return undefined;
  return { ...first, ...mergeBase(first, second), sources: [...first.sources, ...second.sources] };
}

function flagsOf({ sources: _sources, origins: _origins, comment: _comment, ...flags }: Copy): Partial<Copy> {
  return flags;
}

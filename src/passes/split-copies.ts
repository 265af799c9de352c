/**
 * Files of one COPY that change much more often than the others get a COPY of their own, behind it.
 *
 *     COPY texts count.py /opt/word_count/            (texts change in 2 % of the commits, count.py in 60 %)
 *
 *     COPY texts /opt/word_count/
 *     COPY count.py /opt/word_count/
 *
 * How often a path changes is known where the project's history was asked (`generate --refresh-order`); without it, all sources count alike and nothing is split. Refuses what is to be
 * one layer by its author's wish (`layer`), and to change the order of the sources, which may be folders that hold a file of the same name: the later one wins.
 */

import { changeRank } from '../ir/change-rank.js';
import type { Copy, Instruction } from '../ir/instruction.js';
import { mapStages } from '../ir/program.js';
import { shownText } from '../text.js';
import type { Pass } from './pass.js';

export const splitCopies: Pass = {
  name: 'split-copies',
  summary: 'files that change much more often than others beside them are copied for themselves',
  why: 'Those that stay the same are then neither copied, pushed nor pulled again.',
  policies: ['cache'],
  apply: (program) => {
    const rank = changeRank(program);
    return mapStages(program, (instructions) => {
      const split = instructions.flatMap((instruction): readonly Instruction[] =>
        instruction.kind === 'copy' ? splitCopy(instruction, rank) : [instruction],
      );
      return split.length > instructions.length ? split : instructions;
    });
  },
};

/** Behind each source that changes less often than all that follow. */
function splitCopy(copy: Copy, rank: (copy: Copy) => number): readonly Copy[] {
  const { sources, to } = copy;
  if (!shownText(to).endsWith('/') || copy.layer !== undefined) return [copy];
  const ranks = sources.map((source) => rank({ ...copy, sources: [source] }));
  const ends = sources.map((_, index) => index + 1).filter((end) => Math.max(...ranks.slice(0, end)) < Math.min(...ranks.slice(end)));
  return ends.map((end, index) => ({ ...copy, sources: sources.slice(ends[index - 1] ?? 0, end) }));
}

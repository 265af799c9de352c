/**
 * changeRank(): how often what is copied changes, in powers of two: -1 for every second commit, -6 for each 64th. Of several sources, the one that changes most often
 * counts; what differs by less than half has the same rank, so that no order depends on a trifle.
 */

import type { Copying } from './copied-place.js';
import { changesOf } from './expected-cost.js';
import type { Program } from './program.js';

export function changeRank(program: Program): (copying: Copying) => number {
  const change = changesOf(program);
  return (copying) => {
    const single = copying.kind === 'copy' ? copying.sources.map((source) => ({ ...copying, sources: [source] })) : [copying];
    return Math.round(Math.log2(Math.max(...single.map(change))));
  };
}

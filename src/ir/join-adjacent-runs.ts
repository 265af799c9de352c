/** The program with adjacent RUNs joined where both are `wanted` and it is certain that the joined one does the same (see `join-runs.ts`). */

import type { Run } from './instruction.js';
import { joinNeighbours } from './join-neighbours.js';
import { joinRuns } from './join-runs.js';
import { mapStages, type Program } from './program.js';
import { shellAfter, stageShell } from './stage-shell.js';

export function joinAdjacentRuns(program: Program, wanted: (run: Run) => boolean): Program {
  return mapStages(program, (instructions, stage) =>
    joinNeighbours(instructions, (first, second, before) => {
      if (first.kind !== 'run' || second.kind !== 'run' || !wanted(first) || !wanted(second)) return undefined;
      return joinRuns(first, second, before.reduce(shellAfter, stageShell(program, stage)));
    }),
  );
}

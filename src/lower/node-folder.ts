/**
 * What an installation makes in the folder of a project of Node.js, which another stage copies.
 *
 *     RUN mkdir -p node_modules && npm ci
 *     COPY --from=npm /app/node_modules /app/node_modules
 *
 * Of a folder at the root, as `/app` is, the builder would look at all files of the stage before it copies.
 */

import type { Run } from '../ir/instruction.js';
import { shellWord } from '../shell-word.js';
import { generatedRun } from './generated-run.js';
import { nodeManagers } from './node-managers.js';
import type { PlacedProject } from './node-project.js';

/** The packages; or all, where workspaces have packages of their own, or install scripts are given files that they may make others of. */
export function madeFolder(placed: PlacedProject): string {
  return isPackagesAlone(placed) ? `${placed.workdir}/node_modules` : `${placed.workdir}/`;
}

/** A manager makes none for a project without packages, and what is not there cannot be copied. */
export function folderFirst(placed: PlacedProject): readonly string[] {
  return isPackagesAlone(placed) ? ['mkdir -p node_modules'] : [];
}

function isPackagesAlone({ project: { uses, workspaces } }: PlacedProject): boolean {
  return uses.length === 0 && workspaces.length === 0;
}

/** What the manager keeps for itself, and would make each build another. */
export function removeLeftovers({ project, workdir }: PlacedProject): readonly Run[] {
  const leftovers = nodeManagers[project.manager].leftovers(project.version?.value);
  if (leftovers.length === 0) return [];
  const line = `rm -rf ${leftovers.map((file) => `${shellWord(workdir)}/${file}`).join(' ')}`;
  return generatedRun([project.origin], [line]);
}

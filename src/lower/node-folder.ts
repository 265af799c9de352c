/**
 * The folder of a project of Node.js in the image: what an installation makes there, which another stage copies, and `package.json`.
 *
 *     RUN mkdir -p node_modules && npm ci
 *     COPY --from=npm /app/node_modules /app/node_modules
 *
 * Of a folder at the root, as `/app` is, the builder would look at all files of the stage before it copies.
 */

import { posix } from 'node:path';
import type { Copy, Run } from '../ir/instruction.js';
import { shellWord } from '../shell-word.js';
import type { CopySpec, StageSpec } from '../spec/spec.js';
import { literalValue, shownText } from '../text.js';
import { generatedRun } from './generated-run.js';
import { nodeManagers } from './node-managers.js';
import { projectFile, type PlacedProject } from './node-project.js';

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

/** It says what kind of modules the sources are, and who reads the image what is in it. None where all of the project is copied. */
export function manifestFor(placed: PlacedProject, stage: StageSpec): readonly Copy[] {
  const { project, workdir } = placed;
  const isWorkdir = stage.workdir !== undefined && literalValue(stage.workdir.value) === workdir;
  const folders = [workdir, `${workdir}/`, ...(isWorkdir && !stage.steps.some(({ kind }) => kind === 'workdir') ? ['.', './'] : [])];
  if (stage.steps.some((step) => step.kind === 'copy' && isWhole(step, project.folder.value) && folders.includes(shownText(step.to)))) return [];
  const to = isWorkdir ? './' : `${workdir}/`;
  return [{ kind: 'copy', origins: [project.origin], sources: [projectFile(placed, 'package.json')], to, exclude: [] }];
}

function isWhole({ from, source, exclude }: CopySpec, folder: string): boolean {
  return (
    source === undefined && exclude.length === 0 && from.some((path) => posix.normalize(`${shownText(path)}/`) === posix.normalize(`${folder}/`))
  );
}

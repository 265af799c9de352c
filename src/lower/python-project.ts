/**
 * A Python project of the context while it, or what it depends on, is installed: mounted, not copied.
 *
 *     --mount=type=bind,source=pyproject.toml,target=/tmp/project/pyproject.toml        for what it depends on
 *     --mount=type=bind,source=.,target=/tmp/project,readwrite                          for the project itself
 *
 * Each file has the place below /tmp/project that it has below the context. Making a project writes into its folder; what is written there is thrown away.
 */

import { posix } from 'node:path';
import type { InstallRead } from '../ir/instruction.js';
import type { Located } from '../origin.js';
import type { TmpfsMount } from '../mount.js';
import type { PythonProjectSpec } from '../spec/spec.js';

const PLACE = '/tmp/project';

/** Where a path of the context is then. */
export function projectPlace(...path: readonly string[]): string {
  return posix.join(PLACE, ...path).replace(/\/$/, '');
}

/** The files that say what it depends on. */
export function projectFiles({ folder }: PythonProjectSpec, files: readonly string[]): readonly InstallRead[] {
  return files.map((file) => readOf({ value: posix.join(folder.value, file), origin: folder.origin }));
}

/** What it is made from: all of its folder, or, in a folder that is there only while it is made, what the author names. */
export function projectSources(
  project: PythonProjectSpec,
  files: readonly string[],
): { readonly mounts: readonly TmpfsMount[]; readonly reads: readonly InstallRead[] } {
  if (project.uses.length === 0) return { mounts: [], reads: [{ ...readOf(project.folder), readWrite: true }] };
  const reads = [...projectFiles(project, files), ...project.uses.map(readOf)].map((read) => ({ ...read, readWrite: true as const }));
  return {
    mounts: [{ type: 'tmpfs', target: PLACE }],
    reads: reads.filter(({ target }, index) => reads.findIndex((read) => read.target === target) === index),
  };
}

function readOf({ value, origin }: Located<string>): InstallRead {
  return { source: posix.normalize(value).replace(/\/$/, ''), target: projectPlace(value), origin };
}

/**
 * The working directory, and paths that start from it, as far as the program says: undefined where only the base or a build argument knows.
 */

import { literalValue } from '../text.js';
import type { Instruction } from './instruction.js';

/** The working directory after an instruction, given the one before. */
export function folderAfter(folder: string | undefined, instruction: Instruction): string | undefined {
  if (instruction.kind === 'from' || instruction.kind === 'raw') return undefined;
  if (instruction.kind !== 'workdir') return folder;
  const path = literalValue(instruction.path);
  return path === undefined ? undefined : absolutePath(path, folder);
}

/** Normal form of a path, which starts from `folder` when it is relative. */
export function absolutePath(path: string, folder: string | undefined): string | undefined {
  if (path.startsWith('/')) return normalPath(path);
  return folder === undefined ? undefined : normalPath(`${folder}/${path}`);
}

/** `/opt//app/../data/` is `/opt/data`. */
export function normalPath(path: string): string {
  const parts: string[] = [];
  for (const part of path.split('/')) {
    if (part === '..') parts.pop();
    else if (part !== '' && part !== '.') parts.push(part);
  }
  return `/${parts.join('/')}`;
}

/**
 * findDefinitionFile(): the definition file of a folder, `image.ts` before the others.
 */

import { join } from 'node:path';
import { isFile } from './is-file.js';

/** In order of preference. */
export const definitionFileNames = ['image.ts', 'image.mts', 'image.cts', 'image.js', 'image.mjs', 'image.cjs', 'image.json'] as const;

/** Absolute when `folder` is; undefined when the folder has none. */
export function findDefinitionFile(folder: string): string | undefined {
  return definitionFileNames.map((name) => join(folder, name)).find((file) => isFile(file));
}

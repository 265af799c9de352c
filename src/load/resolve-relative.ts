/**
 * resolveRelative(): the file that `./v`, `./v.js` or `../lib` means, as TypeScript's users expect it.
 *
 * An exact file first; then `.js` for `.ts` (`.mjs` for `.mts`, `.cjs` for `.cts`); without extension the known ones, then `index` of a folder.
 * Files that would have been taken had they been there are named too: when one appears, the answer is another.
 */

import { dirname, join, resolve } from 'node:path';
import { isFile } from './is-file.js';

/** Order of preference of a specifier without extension. */
export const sourceExtensions = ['.ts', '.mts', '.cts', '.js', '.mjs', '.cjs', '.json'] as const;

export interface Resolution {
  /** Undefined when no candidate is a file. */
  readonly file: string | undefined;
  /** Candidates that come before `file` and do not exist. */
  readonly absent: readonly string[];
}

export function resolveRelative(from: string, specifier: string): Resolution {
  const path = resolve(dirname(from), specifier);
  const candidates = candidatesFor(path, specifier);
  const index = candidates.findIndex(isFile);
  return index < 0 ? { file: undefined, absent: candidates } : { file: candidates[index], absent: candidates.slice(0, index) };
}

function candidatesFor(path: string, specifier: string): string[] {
  const indices = sourceExtensions.map((extension) => join(path, `index${extension}`));
  if (/(?:^|\/)\.{0,2}\/?$/.test(specifier)) return indices;
  const typed = /\.([mc]?)js$/.test(path) ? [path.replace(/\.([mc]?)js$/, '.$1ts')] : [];
  return [path, ...typed, ...sourceExtensions.map((extension) => path + extension), ...indices];
}

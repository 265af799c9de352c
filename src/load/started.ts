/**
 * Whether the user's code has begun to run. The definition file's emitted module imports `started.mjs` before all else; as Node links every module
 * before it runs the first, a failure before that mark is one of linking: nothing has run, and jiti may try without running anything twice.
 */

import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';

export const startedModule = 'started.mjs';

export const startedText = `(globalThis[Symbol.for('imagewright.started')] ??= new Set()).add(import.meta.url);\n`;

/** Whether the modules emitted beside `entry` have begun to run in this process. */
export function hasStarted(entry: string): boolean {
  const marks = (globalThis as Record<symbol, unknown>)[Symbol.for('imagewright.started')];
  return marks instanceof Set && marks.has(pathToFileURL(join(dirname(entry), startedModule)).href);
}

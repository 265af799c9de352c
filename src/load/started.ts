/**
 * Whether the user's code has begun to run. Each emitted module marks it in its first line; as Node links every module before it runs the first, a
 * failure before any mark is one of linking (or of a package): nothing of the user's has run, and jiti may try without running anything twice.
 */

import { dirname } from 'node:path';

/** The statement that marks it, for modules that are kept in `folder`. */
export function markStarted(folder: string): string {
  return `(globalThis[Symbol.for('imagewright.started')] ??= new Set()).add(${JSON.stringify(folder)});`;
}

/** Whether the modules emitted beside `entry` have begun to run in this process. */
export function hasStarted(entry: string): boolean {
  const marks = (globalThis as Record<symbol, unknown>)[Symbol.for('imagewright.started')];
  return marks instanceof Set && marks.has(dirname(entry));
}

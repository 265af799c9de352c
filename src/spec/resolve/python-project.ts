/** A Python project of the context: which, and how much of it is installed. */

import type { Located } from '../../origin.js';
import { lastSaid, textsOf, type Part } from '../said.js';
import type { PythonProjectSpec } from '../spec.js';
import type { PythonProjectOptions } from '../types.js';

/** Of the folder that is named, or of the one that is meant where none is named. */
export function resolveProject(parts: readonly Part<PythonProjectOptions>[], otherwise: Located<string>): PythonProjectSpec;
export function resolveProject(parts: readonly Part<PythonProjectOptions>[]): PythonProjectSpec | undefined;
export function resolveProject(parts: readonly Part<PythonProjectOptions>[], otherwise?: Located<string>): PythonProjectSpec | undefined {
  const folder = lastSaid(parts, 'project') ?? otherwise;
  if (!folder) return undefined;
  return {
    folder,
    extras: textsOf(parts, 'extras'),
    dependenciesOnly: lastSaid(parts, 'only') !== undefined,
    uses: textsOf(parts, 'uses'),
  };
}

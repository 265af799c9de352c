/**
 * findPathMappings(): whether the tsconfig.json that governs a folder may give package names another meaning.
 */

import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { isFile } from './is-file.js';

export interface PathMappings {
  /** True also when the answer would need a closer look: another file is extended. */
  readonly mapped: boolean;
  /** Files that would govern had they been there. */
  readonly absent: readonly string[];
  /** What was read: path → text. */
  readonly inputs: Readonly<Record<string, string>>;
}

export function findPathMappings(start: string): PathMappings {
  const absent: string[] = [];
  for (let folder = start; ; folder = dirname(folder)) {
    const path = join(folder, 'tsconfig.json');
    if (isFile(path)) {
      const text = readFileSync(path, 'utf8');
      return { mapped: /"(?:paths|baseUrl|extends)"/.test(text), absent, inputs: { [path]: text } };
    }
    absent.push(path);
    if (folder === dirname(folder)) return { mapped: false, absent, inputs: {} };
  }
}

/** What is looked at when an image.ts is inferred, and what is said about it meanwhile. */

import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';

export interface FoundFolder {
  readonly path: string;
  readonly has: (name: string) => boolean;
  readonly read: (name: string) => string;
  /** The first of these that is there. */
  readonly first: (...names: readonly string[]) => string | undefined;
  /** What was found, and what could not be taken over: for the user. */
  readonly remarks: string[];
  /** Names of files that are taken over. */
  readonly taken: Set<string>;
}

/** Fields of a definition, in their order; what is imported for them, besides defineImage. */
export interface InferredFields {
  readonly fields: Readonly<Record<string, unknown>>;
  /** Text of fields that is no plain value, behind the others. */
  readonly presets?: string;
}

export function foundFolder(path: string): FoundFolder {
  const has = (name: string) => statSync(join(path, name), { throwIfNoEntry: false })?.isFile() === true;
  return {
    path,
    has,
    read: (name) => readFileSync(join(path, name), 'utf8'),
    first: (...names) => names.find(has),
    remarks: [],
    taken: new Set(),
  };
}

/** Says that a file was found, and what it is for. */
export function take(folder: FoundFolder, name: string, what: string): string {
  folder.taken.add(name);
  folder.remarks.push(`found ${name}: ${what}`);
  return name;
}

/**
 * loadDefinitions(): runs a definition file (`image.ts` and the like, or JSON) and gives the definitions that it exports.
 *
 *     export default defineImage({ … })                          one definition
 *     export default { web: defineImage({ … }), worker: … }      several, by key; a list: by number
 *     export default async ({ env, mode, args }) => …            any of these, from a function
 *
 * Nothing of the user's is run twice. What goes wrong is a LoadError. This is the front of the folder: all else in it is behind this file, edit-definition.ts, locate.ts, source-text.ts and code-cache.ts.
 */

import { readFileSync } from 'node:fs';
import { basename, resolve } from 'node:path';
import type { ImageInput } from '../spec/types.js';
import { evaluate, type Evaluated, type Guard } from './evaluate.js';
import { isFile } from './is-file.js';
import { describe, exampleHint, listDefinitions, type LoadedDefinition } from './list-definitions.js';
import { LoadError } from './load-error.js';

export { findDefinitionFile } from './find-definition-file.js';
export type { LoadedDefinition } from './list-definitions.js';
export { LoadError, type LoadErrorCode } from './load-error.js';

/** Whichever verb wants one. */
export const noFileHint = 'write one with "imagewright init", or name the file: imagewright VERB path/to/image.ts';

export interface LoadedFile {
  /** Absolute path. */
  readonly file: string;
  readonly definitions: readonly LoadedDefinition[];
  /** Absolute paths of the files that were read. */
  readonly inputs: readonly string[];
  readonly by: 'emit' | 'jiti' | 'json';
  /** What the file threw after it was loaded, from a timer or an event. */
  readonly explain?: (error: unknown) => Promise<LoadError>;
}

export interface LoadOptions {
  /** `jiti`: never from emitted JavaScript. @default 'auto' */
  readonly loader?: 'auto' | 'jiti' | undefined;
  /** Runs what is the user's. @default awaits it */
  readonly guard?: Guard;
}

/**
 * Loads `path`; a definition that is a function is called with `input`.
 *
 * @throws LoadError
 */
export async function loadDefinitions(path: string, input: ImageInput, options: LoadOptions = {}): Promise<LoadedFile> {
  const file = resolve(path);
  if (!isFile(file)) throw notFound(file);
  if (file.endsWith('.json')) {
    const { readStrictJson } = await import('./late.js');
    return { file, definitions: listDefinitions(readStrictJson(file, readFileSync(file, 'utf8')), file), inputs: [file], by: 'json' };
  }
  const guard: Guard = options.guard ?? (async (start) => start());
  const run = await evaluate(file, { loader: options.loader ?? 'auto', env: input.env, guard });
  const value = await exportedValue(run, input, guard);
  const explain = async (error: unknown) => (await import('./late.js')).explainFailure(error, run);
  return { file, definitions: listDefinitions(value, file), inputs: run.inputs, by: run.emitted === undefined ? 'jiti' : 'emit', explain };
}

async function exportedValue(run: Evaluated, input: ImageInput, guard: Guard): Promise<unknown> {
  const exported = defaultExport(run);
  try {
    if (typeof exported !== 'function') return await guard(() => exported, run.file);
    const value: unknown = await guard(() => exported(input) as unknown, run.file);
    if (typeof value === 'object' && value !== null) return value;
    const message = `the function that is the default export returned ${describe(value)}, not a definition`;
    throw new LoadError({ code: 'wrong-default-export', message, hint: 'return defineImage({ … }) from it', file: run.file });
  } catch (error) {
    throw (await import('./late.js')).explainFailure(error, run);
  }
}

function defaultExport({ exports, file }: Evaluated): unknown {
  if ('default' in exports) return exports['default'];
  const names = Object.keys(exports).sort();
  const others = names.length === 0 ? 'exports nothing' : `has no default export, only ${names.map((name) => `"${name}"`).join(', ')}`;
  throw new LoadError({ code: 'no-default-export', message: `${basename(file)} ${others}`, hint: exampleHint, file });
}

function notFound(file: string): LoadError {
  return new LoadError({ code: 'no-definition-file', message: `there is no ${basename(file)}`, hint: noFileHint, file });
}

/**
 * evaluate(): runs a definition file once and gives its exports.
 *
 * The usual file is run from emitted JavaScript (see emit.ts), which a second run finds in the cache; any other file by jiti. Which of the two is
 * decided before anything of the user's is run.
 */

import { realpathSync } from 'node:fs';
import { dirname } from 'node:path';
import { pathToFileURL } from 'node:url';
import { cacheFolder, type CacheFolder, type Environment } from './cache-folder.js';
import { isFile } from './is-file.js';
import { readPlan, writePlan, type Plan } from './plan.js';
import type { Run } from './explain-failure.js';
import { hasStarted } from './started.js';

export interface Evaluated {
  readonly exports: Readonly<Record<string, unknown>>;
  /** Absolute path, links resolved. */
  readonly file: string;
  /** Absolute paths of the files that were read, the definition file first. */
  readonly inputs: readonly string[];
  /** Folder of the emitted modules that ran; undefined: jiti ran the file. */
  readonly emitted: string | undefined;
}

/** Runs the user's code and waits for it, as its caller thinks fit. */
export type Guard = <T>(start: () => T | Promise<T>, file: string) => Promise<T>;

export interface EvaluateOptions {
  readonly loader: 'auto' | 'jiti';
  readonly env: Environment;
  readonly guard: Guard;
}

export async function evaluate(path: string, { loader, env, guard }: EvaluateOptions): Promise<Evaluated> {
  const file = realpathSync(path);
  const folder = cacheFolder(file, env);
  const plan = (folder && freshPlan(file, folder)) ?? (await (await import('./late.js')).emit(file, folder));
  const run: Run = { file, inputs: Object.keys(plan.inputs), emitted: undefined };
  const emitted = loader === 'auto' ? await runEmitted(plan, run, { folder, guard }) : undefined;
  return emitted ?? runByJiti(run, { folder, guard });
}

/** A plan that was kept; not one that has run in this process: Node would not run its modules again. */
function freshPlan(file: string, folder: CacheFolder): Plan | undefined {
  const plan = readPlan(file, folder.path);
  return plan?.entry !== undefined && hasStarted(plan.entry) ? undefined : plan;
}

interface Surroundings {
  readonly folder: CacheFolder | undefined;
  readonly guard: Guard;
}

/** Undefined when the modules could not be linked: nothing has run then. */
async function runEmitted({ entry, ...plan }: Plan, run: Run, { folder, guard }: Surroundings): Promise<Evaluated | undefined> {
  if (entry === undefined) return undefined;
  const emitted = dirname(entry);
  try {
    return { ...run, emitted, exports: await guard(() => import(pathToFileURL(entry).href) as Promise<Evaluated['exports']>, run.file) };
  } catch (error) {
    const absent = await (await import('./late.js')).absentExport(error, run);
    if (absent !== undefined) throw absent;
    if (hasStarted(entry)) throw (await import('./late.js')).explainFailure(error, { ...run, emitted });
    // Gone: another run emitted anew meanwhile, and its plan is the better one.
    if (folder !== undefined && isFile(entry)) writePlan(plan, folder.path);
    return undefined;
  }
}

async function runByJiti(run: Run, { folder, guard }: Surroundings): Promise<Evaluated> {
  try {
    const { evaluateWithJiti } = await import('./late.js');
    return { ...run, exports: await guard(() => evaluateWithJiti(run.file, folder), run.file) };
  } catch (error) {
    throw (await import('./late.js')).explainFailure(error, run);
  }
}

/**
 * watch(): does some work, and again whenever a file that it has seen changes, until Ctrl-C, which is how watching ends: 0.
 *
 * What goes wrong is reported, and watching goes on: also with the files that were seen the last time, since what failed may not have come to them. Wrong usage and bugs of ours end it.
 */

import { statSync } from 'node:fs';
import { dirname } from 'node:path';
import { LoadError } from '../load/load-error.js';
import { CliError } from './cli-error.js';
import type { Output } from './output.js';
import { reportFailure } from './report-failure.js';
import { stampOf, untilChanged } from './until-changed.js';

/** Is told of each file when it is about to be read. */
export type See = (files: readonly string[]) => void;

const BUG = 70;
const TERMINATED = 143;

export async function watch(work: (see: See) => Promise<unknown>, output: Output): Promise<number> {
  const controller = new AbortController();
  let exitCode = 0;
  const end = (code: number) => () => {
    exitCode = code;
    controller.abort();
  };
  // Once: whoever does not want to wait for a definition that hangs presses it again.
  process.once('SIGINT', end(0)).once('SIGTERM', end(TERMINATED));
  let known: readonly string[] = [];
  do {
    const stamps = new Map<string, string>();
    const start = Date.now() - CLOCK_TICK;
    const see: See = (files) => files.forEach((file) => stamps.has(file) || stamps.set(file, isNewer(file, start) ? CHANGED : stampOf(file)));
    const failed = await attempt(() => work(see), output);
    if (failed?.ends === true) return failed.exitCode;
    if (failed !== undefined) see([...known, ...failed.files, ...[process.cwd(), ...[...stamps.keys()].map(dirname)].map((folder) => `${folder}/`)]);
    known = [...stamps.keys()];
    surviveLateFailures(output);
    if (controller.signal.aborted) return exitCode;
    output.note('watching for changes; Ctrl-C ends it');
    await untilChanged(stamps, controller.signal);
  } while (!controller.signal.aborted);
  return exitCode;
}

/** Times of files lag behind by so many milliseconds. */
const CLOCK_TICK = 10;

/** No stamp of a file. */
const CHANGED = 'changed';

/** Some files are known only when they have been read: whether one may have changed since, so that it must be read again. */
function isNewer(file: string, start: number): boolean {
  const stat = file.endsWith('/') ? undefined : statSync(file, { throwIfNoEntry: false });
  return stat?.isFile() === true && stat.mtimeMs >= start && stat.mtimeMs <= Date.now();
}

interface Failure {
  readonly exitCode: number;
  readonly ends: boolean;
  /** Files that are at fault. */
  readonly files: readonly string[];
}

async function attempt(work: () => Promise<unknown>, output: Output): Promise<Failure | undefined> {
  try {
    await work();
    return undefined;
  } catch (error) {
    const exitCode = reportFailure(error, output);
    const ends = exitCode === BUG || (error instanceof CliError && error.code === 'usage');
    return { exitCode, ends, files: error instanceof LoadError && error.file !== undefined ? [error.file] : [] };
  }
}

/** What a definition throws from a timer of its own would end the process. */
function surviveLateFailures(output: Output): void {
  process.removeAllListeners('uncaughtException');
  process.on('uncaughtException', (error) => output.problem(`${output.errorColors.red('error')}: the definition throws ${String(error)}\n`));
}

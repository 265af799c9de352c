/**
 * untilSettled(): runs the user's code and waits for it, but not for ever: when nothing is left that could settle what it awaits, Node would end without a word,
 * and what is thrown meanwhile from a timer or an event would end it with a trace of Node's own. Both are rejections here; and who calls process.exit() is told where.
 */

import { basename } from 'node:path';
import { LoadError } from '../load/load.js';

export async function untilSettled<T>(start: () => T | Promise<T>, file: string): Promise<T> {
  let stop = (): void => undefined;
  const { exit } = process;
  const failing = new Promise<never>((_, reject) => {
    const stuck = () => reject(neverEnds(file));
    process.on('beforeExit', stuck).on('uncaughtException', reject);
    stop = () => {
      process.off('beforeExit', stuck).off('uncaughtException', reject);
      process.exit = exit;
    };
  });
  process.exit = refuseToExit;
  try {
    return await Promise.race([start(), failing]);
  } finally {
    stop();
  }
}

function refuseToExit(code?: number | string | null): never {
  throw new Error(`process.exit(${code ?? ''}) would end imagewright without a word`);
}

function neverEnds(file: string): LoadError {
  const message = `${basename(file)} awaits what never comes`;
  const hint = 'see that every promise that it awaits is resolved or rejected';
  return new LoadError({ code: 'definition-never-ends', message, hint, file });
}

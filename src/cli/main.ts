#!/usr/bin/env node
/**
 * The command: the arguments and the exit code.
 *
 * 0 fine; 1 findings; 2 bad usage, bad definition, missing file; 70 a bug of ours; a failed engine command ends with the engine's own code.
 *
 * This file is small: what is behind run-command-line.ts is not loaded for the help, and else from the code cache, which `generate` fills: that verb is run most,
 * and runs what the others run too.
 */

import { keepCode, openCodeCache } from '../load/code-cache.js';
import { keptText } from './kept-text.js';
import { createOutput } from './output.js';

async function main(argv: readonly string[]): Promise<number> {
  const text = keptText(argv, import.meta.dirname);
  if (text !== undefined) {
    createOutput({ json: false, quiet: false, color: false }).answer(text);
    return 0;
  }
  openCodeCache(import.meta.filename, process);
  const { runCommandLine } = await import('./run-command-line.js');
  const exitCode = await runCommandLine(argv);
  if (argv[0] === 'generate' && exitCode === 0) keepCode();
  return exitCode;
}

process.exitCode = await main(process.argv.slice(2));

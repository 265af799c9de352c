#!/usr/bin/env node
/**
 * The command line: arguments → verb → exit code.
 *
 * 0 fine; 1 findings; 2 bad usage, bad definition, missing file; 70 a bug of ours; a failed engine command ends with the engine's own code.
 */

import { CliError } from './cli-error.js';
import { createOutput, type OutputOptions } from './output.js';
import { parse } from './parse.js';
import { reportFailure } from './report-failure.js';

async function main(argv: readonly string[]): Promise<number> {
  try {
    const request = await parse(argv);
    const output = createOutput(request.kind === 'run' ? request.options : early(argv));
    if (request.kind === 'text') {
      output.answer(request.text);
      return 0;
    }
    try {
      if (request.cwd !== undefined) enterFolder(request.cwd);
      return await request.run(output);
    } catch (error) {
      return await reportFailure(error, output);
    }
  } catch (error) {
    return await reportFailure(error, createOutput(early(argv)));
  }
}

function enterFolder(folder: string): void {
  try {
    process.chdir(folder);
  } catch {
    throw new CliError({ code: 'no-such-folder', message: `there is no folder "${folder}"`, hint: 'correct the path of --cwd' });
  }
}

/** How to report that the arguments themselves are wrong. */
function early(argv: readonly string[]): OutputOptions {
  const own = argv.includes('--') ? argv.slice(0, argv.indexOf('--')) : argv;
  const color = own.includes('--no-color') ? false : own.includes('--color') ? true : undefined;
  return { json: own.includes('--json'), quiet: false, color };
}

process.exitCode = await main(process.argv.slice(2));

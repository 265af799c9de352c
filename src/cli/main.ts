#!/usr/bin/env node
/**
 * The command line: arguments → verb → exit code.
 *
 * 0 fine; 1 findings; 2 bad usage, bad definition, missing file; 70 a bug of ours; a failed engine command ends with the engine's own code.
 */

import { CliError } from './cli-error.js';
import { keptText } from './kept-text.js';
import { createOutput, type OutputOptions } from './output.js';
import { quickParse } from './quick-parse.js';
import { reportFailure } from './report-failure.js';
import { outputOptions, runRequest, type Request } from './request.js';

async function main(argv: readonly string[]): Promise<number> {
  let output = createOutput(earlyOptions(argv));
  try {
    const request = await requestOf(argv);
    if (request.kind === 'text') {
      output.answer(request.text);
      return 0;
    }
    output = createOutput(outputOptions(request));
    enterFolder(request.args['cwd'] as string | undefined);
    return await runRequest(request, output);
  } catch (error) {
    return reportFailure(error, output);
  }
}

async function requestOf(argv: readonly string[]): Promise<Request> {
  const text = keptText(argv, import.meta.dirname);
  if (text !== undefined) return { kind: 'text', text };
  return quickParse(argv) ?? (await import('./parse.js')).parse(argv);
}

/** How to report that the arguments themselves are wrong. */
function earlyOptions(argv: readonly string[]): OutputOptions {
  const own = argv.includes('--') ? argv.slice(0, argv.indexOf('--')) : argv;
  const color = own.includes('--no-color') ? false : own.includes('--color') ? true : undefined;
  return { json: own.includes('--json'), quiet: false, color };
}

function enterFolder(folder: string | undefined): void {
  if (folder === undefined) return;
  try {
    process.chdir(folder);
  } catch {
    throw new CliError({ code: 'no-such-folder', message: `there is no folder "${folder}"`, hint: 'correct the path of --cwd' });
  }
}

process.exitCode = await main(process.argv.slice(2));

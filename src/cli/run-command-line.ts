/** runCommandLine(): arguments → verb → exit code. What goes wrong is reported. */

import { CliError } from './cli-error.js';
import { createOutput, type OutputOptions } from './output.js';
import { quickParse } from './quick-parse.js';
import { reportFailure } from './report-failure.js';
import { outputOptions, runRequest } from './request.js';

export async function runCommandLine(argv: readonly string[]): Promise<number> {
  let output = createOutput(earlyOptions(argv));
  try {
    const request = quickParse(argv) ?? (await (await import('./parse.js')).parse(argv));
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

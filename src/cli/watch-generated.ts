/**
 * watchGenerated(): the verb `generate` with `--watch`: one line for each time that it was generated.
 */

import { CliError } from './cli-error.js';
import { projectOptions, type GenerateRequest } from './generate-files.js';
import type { Output } from './output.js';
import { openProject } from './project.js';
import type { FileFormat } from './project-files.js';
import { watch } from './watch.js';
import { writeAll } from './write-files.js';

export function watchGenerated(
  request: GenerateRequest,
  check: (project: Awaited<ReturnType<typeof openProject>>) => void,
  output: Output,
): Promise<number> {
  refuseOthers(request, output);
  const silent = Object.create(output, { note: { value: () => undefined } }) as Output;
  return watch(async (see) => {
    const project = await openProject({ ...projectOptions(request), see }, output);
    check(project);
    const options = { file: request.output, format: request.format as FileFormat, force: request.force };
    const written = (await writeAll(project, options, silent)).filter(({ state }) => state === 'written');
    output.note(written.length === 0 ? 'all is up to date' : `wrote ${written.map(({ path }) => path).join(', ')}`);
  }, output);
}

/** What is printed once has no end that a reader could wait for. */
function refuseOthers({ stdout, check, format }: GenerateRequest, { json }: Output): void {
  const other = json ? '--json' : stdout ? '--stdout' : check ? '--check' : format === 'json' || format === 'ir' ? `--format ${format}` : undefined;
  if (other === undefined) return;
  throw new CliError({ code: 'usage', message: `--watch writes files again and again, and ${other} answers once`, hint: 'leave out one of them' });
}

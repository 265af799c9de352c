/**
 * generateFiles(): the verb `generate`: compiles, then writes, checks or prints.
 */

import { checkFiles } from './check-files.js';
import { CliError } from './cli-error.js';
import { printFormat, type PrintFormat } from './print-format.js';
import type { Output } from './output.js';
import { openProject, type Project, type ProjectOptions } from './project.js';
import type { FileFormat } from './project-files.js';
import { writeFiles } from './write-files.js';

export interface GenerateRequest extends Omit<ProjectOptions, 'file' | 'verb'> {
  readonly subject: string | undefined;
  readonly output: string | undefined;
  readonly stdout: boolean;
  readonly check: boolean;
  readonly format: PrintFormat;
  readonly force: boolean;
  readonly watch: boolean;
}

export async function generateFiles(request: GenerateRequest, output: Output): Promise<number> {
  if (request.watch)
    return (await import('./watch-generated.js')).watchGenerated(request, (project) => refuseConflicts(request, project, false), output);
  const project = await openProject(projectOptions(request), output);
  const { format } = request;
  const isPrinted = request.stdout || format === 'json' || format === 'ir';
  refuseConflicts(request, project, isPrinted);
  if (isPrinted && !request.check) return printFormat(project, format, output);
  const options = { file: request.output, format: format as FileFormat };
  return request.check ? checkFiles(project, options, output) : writeFiles(project, { ...options, force: request.force }, output);
}

/** Apptainer keeps nothing between builds, and what is removed by a later command does not make its image any larger. */
export function projectOptions({ subject, ...request }: GenerateRequest): ProjectOptions {
  const options = { ...request, file: subject, verb: 'generate' };
  if (request['refresh-order'] === true && (request.format === 'apptainer' || request.format === 'bake')) {
    const message = `--refresh-order is about the layers of a Dockerfile, and --format ${request.format} has none`;
    throw new CliError({ code: 'usage', message, hint: 'leave out one of them' });
  }
  if (request.format !== 'apptainer') return options;
  if (request.layers === 'cache') {
    const message = '--layers cache keeps caches between builds, and --format apptainer has none';
    throw new CliError({ code: 'usage', message, hint: 'leave out one of them' });
  }
  return { ...options, layers: request.layers ?? 'fewest' };
}

/** One file, or stdout, holds one image; of bake, all of them. */
function refuseConflicts({ output, format, check }: GenerateRequest, { images }: Project, isPrinted: boolean): void {
  if (isPrinted && output !== undefined) {
    const message = '-o writes a file, and --stdout, --format json and --format ir print instead';
    throw new CliError({ code: 'usage', message, hint: 'leave out one of them; "> FILE" keeps what is printed' });
  }
  if (isPrinted && check) {
    const message = '--check compares files, and --stdout, --format json and --format ir print instead';
    throw new CliError({ code: 'usage', message, hint: 'leave out one of them' });
  }
  if (format === 'bake' || images.length <= 1 || (!isPrinted && output === undefined)) return;
  const message = 'the definition file has several images, and only one fits there';
  throw new CliError({ code: 'several-images', message, hint: `say which with --name: ${images.map(({ name }) => name).join(', ')}` });
}

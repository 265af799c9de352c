/**
 * generateFiles(): the verb `generate`: compiles, then writes, checks or prints.
 */

import { checkFiles } from './check-files.js';
import { CliError } from './cli-error.js';
import { printFormat, type PrintFormat } from './print-format.js';
import type { Output } from './output.js';
import { openProject, type ProjectOptions } from './project.js';
import { writeFiles } from './write-files.js';

export interface GenerateRequest extends Omit<ProjectOptions, 'file' | 'verb'> {
  readonly subject: string | undefined;
  readonly output: string | undefined;
  readonly stdout: boolean;
  readonly check: boolean;
  readonly format: PrintFormat;
  readonly force: boolean;
}

export async function generateFiles(request: GenerateRequest, output: Output): Promise<number> {
  const project = await openProject({ ...request, file: request.subject, verb: 'generate' }, output);
  const printed = request.stdout || request.format !== 'dockerfile';
  refuseConflicts({ printed, output: request.output, images: project.images.map((image) => image.name) });
  if (request.check) return checkFiles(project, request.output, output);
  if (printed) return printFormat(project, request.format, output);
  return writeFiles(project, { file: request.output, force: request.force }, output);
}

/** One file, or stdout, holds one image. */
function refuseConflicts({ printed, output, images }: { printed: boolean; output: string | undefined; images: readonly string[] }): void {
  if (printed && output !== undefined) {
    const message = '-o writes a Dockerfile, and --stdout and --format print instead';
    throw new CliError({ code: 'usage', message, hint: 'leave out one of them; "> FILE" keeps what is printed' });
  }
  if (images.length <= 1 || (!printed && output === undefined)) return;
  const message = 'the definition file has several images, and only one fits there';
  throw new CliError({ code: 'several-images', message, hint: `say which with --name: ${images.join(', ')}` });
}

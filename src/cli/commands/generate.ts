/**
 * `generate`: image.ts → Dockerfile and Dockerfile.dockerignore; or to stdout; or as data.
 */

import { CliError } from '../cli-error.js';
import { command } from '../command.js';
import { compileOptions } from '../compile-options.js';
import { definitionSubject } from '../definition-subject.js';

const formats = ['dockerfile', 'json', 'ir'] as const;

export const generate = command({
  subject: definitionSubject,
  summary: 'write the Dockerfile and its ignore file',
  options: {
    ...compileOptions,
    output: { alias: 'o', type: 'string', requiresArg: true, describe: 'write to this file, and its ignore file beside it' },
    stdout: { type: 'boolean', default: false, describe: 'print the Dockerfile, write nothing' },
    check: { type: 'boolean', default: false, describe: 'as the verb check: write nothing, 1 when a file is stale' },
    format: { choices: formats, default: 'dockerfile', describe: 'json and ir are printed on stdout' },
    force: { type: 'boolean', default: false, describe: 'replace files that were written or changed by hand' },
  },
  examples: [
    ['imagewright generate', 'image.ts → Dockerfile'],
    ['imagewright generate --stdout | docker build -f - .', 'nothing written'],
  ],
  async run(args, output) {
    const { openProject } = await import('../project.js');
    if (args.check) {
      const { checkFiles } = await import('../check-files.js');
      return checkFiles(await openProject({ ...args, file: args.subject, verb: 'generate' }, output), args.output, output);
    }
    const project = await openProject({ ...args, file: args.subject, verb: 'generate' }, output);
    const printed = args.stdout || args.format !== 'dockerfile';
    refuseConflicts({ printed, output: args.output, images: project.images.map((image) => image.name) });
    if (printed) {
      const { printFormat } = await import('../print-format.js');
      return printFormat(project, args.format, output);
    }
    const { writeFiles } = await import('../write-files.js');
    return writeFiles(project, { file: args.output, force: args.force }, output);
  },
});

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

/**
 * ejectFiles(): the verb `eject`: generated files → the same without our header, which is what makes a file ours to write.
 *
 * It is the files as they stand that are ejected: one that was changed by hand keeps its changes, and one that is stale is told of. All are looked at before the
 * first is written. A file that is the user's own already stays as it is.
 */

import { basename } from 'node:path';
import { stripHeader } from '../print/header.js';
import { checkFile, type FileState } from './check-files.js';
import { CliError } from './cli-error.js';
import type { Fault } from './fault.js';
import type { Output } from './output.js';
import { projectFiles } from './project-files.js';
import { openProject, type Project, type ProjectOptions } from './project.js';
import { faultData, reportFaults, shownPath } from './report.js';
import { readText } from './write.js';
import { writeWhole } from './write-whole.js';

export interface EjectRequest extends Omit<ProjectOptions, 'file' | 'verb'> {
  readonly subject: string | undefined;
  readonly 'dry-run': boolean;
}

interface OwnedFile {
  /** Absolute. */
  readonly path: string;
  readonly state: FileState;
}

export async function ejectFiles(request: EjectRequest, output: Output): Promise<number> {
  const project = await openProject({ ...request, file: request.subject, verb: 'check' }, output);
  refuseSeveral(request, project);
  const files = await generatedOf(project, request);
  const source = basename(project.file);
  const stale = files.filter(({ state }) => state === 'stale').map(({ path }) => staleFault(path, source));
  reportFaults(stale, output);
  const results = files.map((file) => eject(file, request['dry-run'], output));
  if (!request['dry-run']) for (const line of meaning(source, results)) output.note(line);
  output.result({ ok: true, files: results, diagnostics: [...project.warnings, ...stale].map(faultData) });
  return 0;
}

async function generatedOf(project: Project, request: EjectRequest): Promise<readonly OwnedFile[]> {
  const files = await Promise.all(
    (await projectFiles(project, { file: request.output })).map(async (file) => ({ path: file.path, state: (await checkFile(file)).state })),
  );
  const missing = files.filter(({ state }) => state === 'missing').map(({ path }) => shownPath(path));
  if (missing.length === 0) return files;
  const message = `${missing.join(', ')}: not there, and what is ejected is what is there`;
  throw new CliError({ code: 'not-generated', message, hint: 'write it first: imagewright generate' });
}

function refuseSeveral({ output }: EjectRequest, { images }: Project): void {
  if (output === undefined || images.length <= 1) return;
  const hint = `say which with --name: ${images.map(({ name }) => name).join(', ')}`;
  throw new CliError({ code: 'several-images', message: '-o names one file, and the definition file has several images', hint });
}

function staleFault(path: string, source: string): Fault {
  const message = `${shownPath(path)} is not what ${source} says now; it is ejected as it is`;
  return { code: 'stale-file', severity: 'warning', message, hint: 'for what it says now: imagewright generate --force, then eject again' };
}

function eject({ path, state }: OwnedFile, isDry: boolean, output: Output): Readonly<Record<string, string>> {
  const label = shownPath(path);
  if (state === 'foreign') {
    output.note(`${label} is your own already`);
    return { path: label, state: 'own' };
  }
  if (isDry) {
    if (!output.json) output.answer(`would eject ${label}\n`);
    return { path: label, state: 'would be ejected' };
  }
  writeWhole(path, stripHeader(readText(path) ?? ''));
  output.note(`ejected ${label}`);
  return { path: label, state: 'ejected' };
}

function meaning(source: string, results: readonly Readonly<Record<string, string>>[]): readonly string[] {
  if (!results.some(({ state }) => state === 'ejected')) return [];
  return [
    `they are your own from now on: change them, and build them with your engine; imagewright does not write them again, and ${source} has no part in them`,
    'the way back is "imagewright generate --force"',
  ];
}

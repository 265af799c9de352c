/**
 * initProject(): writes what `init` brings into the working directory (with `--from FOLDER`: into that). An image.ts that is there is kept, and so is every
 * other file: a template only adds what is missing. `--ci` writes what CI needs, at the root of the repository.
 */

import { basename, join, resolve } from 'node:path';
import type { CiKind } from './ci-kinds.js';
import { CliError } from './cli-error.js';
import { imageName } from './image-name.js';
import { inferDefinition } from './infer-definition.js';
import type { Output } from './output.js';
import { didYouMean } from '../spec/did-you-mean.js';
import { findDefinitionFile } from '../load/find-definition-file.js';
import type { RenderedFile } from './render-template.js';
import { shownPath } from './report.js';
import { sourceText } from '../load/source-text.js';
import { readText } from './write.js';
import { writeWhole } from './write-whole.js';

export interface InitRequest {
  readonly subject: string | undefined;
  readonly list: boolean;
  readonly from: string | undefined;
  /** Files for CI besides; without a preset and `from`, nothing but these. */
  readonly ci: readonly CiKind[] | undefined;
  readonly force: boolean;
  readonly 'dry-run': boolean;
}

export async function initProject(request: InitRequest, output: Output): Promise<number> {
  if (request.list) return listTemplates(output);
  if (request.subject !== undefined && request.from !== undefined) {
    throw new CliError({ code: 'usage', message: 'init takes a preset or --from, not both', hint: 'leave out one of them' });
  }
  const folder = resolve(request.from ?? '.');
  const isProject = request.ci === undefined || request.subject !== undefined || request.from !== undefined;
  const { files, remarks } = isProject ? await definitionFiles(request, folder) : { files: [] };
  for (const line of remarks ?? []) output.note(line);
  if (isProject && !request.force) refuseDefinition(folder);
  const late = request.ci === undefined ? undefined : await import('./ci-files.js');
  const ci = (await late?.ciFiles(request.ci ?? [], folder, output)) ?? [];
  if (!request.force && late?.refusePresent(ci, output) === true) return 2;
  const results = [...files, ...ci].map((file) => place(file, { request, output }));
  if (!request['dry-run']) output.note(nextStep(folder));
  output.result({ ok: true, files: results, ...(remarks === undefined ? {} : { remarks }) });
  return 0;
}

interface ProjectFiles {
  readonly files: readonly PlacedFile[];
  /** What was found, where the definition is inferred. */
  readonly remarks?: readonly string[];
}

async function definitionFiles({ subject, from }: InitRequest, folder: string): Promise<ProjectFiles> {
  if (from === undefined)
    return { files: (await templateFiles(subject ?? 'minimal', folder)).map(({ path, text }) => ({ path: join(folder, path), text })) };
  const { text, remarks } = inferDefinition(folder);
  return { files: [{ path: join(folder, 'image.ts'), text }], remarks };
}

function nextStep(folder: string): string {
  return `next: imagewright ${findDefinitionFile(folder) === undefined ? 'init' : 'generate'}`;
}

async function listTemplates(output: Output): Promise<number> {
  const { ciSummaries, templateSummaries } = await import('./render-template.js');
  const presets = Object.entries(templateSummaries).map(([name, summary]) => ({ name, summary }));
  const ci = Object.entries(ciSummaries).map(([name, summary]) => ({ name, summary }));
  const lines = [...presets, ...ci.map(({ name, summary }) => ({ name: `--ci ${name}`, summary }))];
  const width = Math.max(...lines.map(({ name }) => name.length));
  if (!output.json) output.answer(lines.map(({ name, summary }) => `${name.padEnd(width)}  ${summary}\n`).join(''));
  output.result({ ok: true, presets, ci });
  return 0;
}

async function templateFiles(name: string, folder: string): Promise<readonly RenderedFile[]> {
  const { ciSummaries, renderTemplate, templateSummaries } = await import('./render-template.js');
  const files = Object.hasOwn(templateSummaries, name) ? renderTemplate(name, { name: sourceText(imageName(basename(folder))) }) : undefined;
  if (files !== undefined) return files;
  const option = Object.hasOwn(ciSummaries, name) ? `"imagewright init --ci ${name}" writes it` : undefined;
  const hint = option ?? didYouMean(name, Object.keys(templateSummaries)) ?? 'see "imagewright init --list"';
  throw new CliError({ code: 'no-such-preset', message: `there is no preset "${name}"`, hint });
}

function refuseDefinition(folder: string): void {
  const present = findDefinitionFile(folder);
  if (present === undefined) return;
  throw new CliError({ code: 'file-kept', message: `${shownPath(present)} is there already; it is left as it is`, hint: 'replace it with --force' });
}

/** A file, by its absolute path. */
interface PlacedFile {
  readonly path: string;
  readonly text: string;
}

function place({ path: target, text }: PlacedFile, { request, output }: { request: InitRequest; output: Output }): Readonly<Record<string, string>> {
  const label = shownPath(target);
  const present = readText(target);
  if (present === text) return report(label, 'unchanged', output);
  if (present !== undefined && !request.force) return report(label, 'kept', output);
  if (request['dry-run']) {
    if (!output.json) output.answer(`# ${label}\n${text}\n`);
    return { path: label, state: 'would be written', text };
  }
  writeWhole(target, text);
  return report(label, 'written', output);
}

function report(path: string, state: 'written' | 'kept' | 'unchanged', output: Output): Readonly<Record<string, string>> {
  const lines = { written: `wrote ${path}`, kept: `kept ${path}, which was there`, unchanged: `${path} is up to date` };
  output.note(lines[state]);
  return { path, state };
}

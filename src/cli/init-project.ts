/**
 * initProject(): writes what `init` brings into the working directory (with `--from FOLDER`: into that). An image.ts that is there is kept, and so is every
 * other file: a template only adds what is missing.
 */

import { basename, join, resolve } from 'node:path';
import { CliError } from './cli-error.js';
import { imageName } from './image-name.js';
import { inferDefinition } from './infer-definition.js';
import type { Output } from './output.js';
import { didYouMean } from '../spec/did-you-mean.js';
import { findDefinitionFile } from '../load/find-definition-file.js';
import type { RenderedFile } from './render-template.js';
import { shownPath } from './report.js';
import { sourceText } from './source-text.js';
import { readText, writeWhole } from './write.js';

export interface InitRequest {
  readonly subject: string | undefined;
  readonly list: boolean;
  readonly from: string | undefined;
  readonly force: boolean;
  readonly 'dry-run': boolean;
}

export async function initProject(request: InitRequest, output: Output): Promise<number> {
  if (request.list) return listTemplates(output);
  if (request.subject !== undefined && request.from !== undefined) {
    throw new CliError({ code: 'usage', message: 'init takes a preset or --from, not both', hint: 'leave out one of them' });
  }
  const folder = resolve(request.from ?? '.');
  const inferred = request.from === undefined ? undefined : inferDefinition(folder);
  for (const line of inferred?.remarks ?? []) output.note(line);
  const files = inferred === undefined ? await templateFiles(request.subject ?? 'minimal', folder) : [{ path: 'image.ts', text: inferred.text }];
  if (!request.force) refuseDefinition(folder);
  const results = files.map((file) => place(file, folder, { request, output }));
  if (!request['dry-run']) output.note('next: imagewright generate');
  output.result({ ok: true, files: results, ...(inferred === undefined ? {} : { remarks: inferred.remarks }) });
  return 0;
}

async function listTemplates(output: Output): Promise<number> {
  const { templateSummaries } = await import('./render-template.js');
  const entries = Object.entries(templateSummaries);
  const width = Math.max(...entries.map(([name]) => name.length));
  if (!output.json) output.answer(entries.map(([name, summary]) => `${name.padEnd(width)}  ${summary}\n`).join(''));
  output.result({ ok: true, presets: entries.map(([name, summary]) => ({ name, summary })) });
  return 0;
}

async function templateFiles(name: string, folder: string): Promise<readonly RenderedFile[]> {
  const { renderTemplate, templateSummaries } = await import('./render-template.js');
  const files = renderTemplate(name, { name: sourceText(imageName(basename(folder))) });
  if (files !== undefined) return files;
  const hint = didYouMean(name, Object.keys(templateSummaries)) ?? 'see "imagewright init --list"';
  throw new CliError({ code: 'no-such-preset', message: `there is no preset "${name}"`, hint });
}

function refuseDefinition(folder: string): void {
  const present = findDefinitionFile(folder);
  if (present === undefined) return;
  throw new CliError({ code: 'file-kept', message: `${shownPath(present)} is there already; it is left as it is`, hint: 'replace it with --force' });
}

function place(
  { path, text }: RenderedFile,
  folder: string,
  { request, output }: { request: InitRequest; output: Output },
): Readonly<Record<string, string>> {
  const target = join(folder, path);
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

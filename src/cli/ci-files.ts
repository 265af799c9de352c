/**
 * ciFiles(): what `init --ci` writes, at the root of the repository that a folder is in; refusePresent(): not over what somebody has there.
 *
 * A file that is there says what to do in CI for all of the repository: what we would add to it is printed.
 */

import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { ciView } from './ci-view.js';
import type { Fault } from './fault.js';
import type { Output } from './output.js';
import { renderTemplate } from './render-template.js';
import { faultData, reportFaults, shownPath } from './report.js';
import { readText } from './write.js';

export interface CiFile {
  /** Absolute. */
  readonly path: string;
  readonly text: string;
}

export async function ciFiles(kinds: readonly string[], folder: string, output: Output): Promise<readonly CiFile[]> {
  const root = repositoryRoot(folder);
  const view = await ciView(folder, root, output);
  return [...new Set(kinds)].flatMap((kind) => (renderTemplate(kind, view) ?? []).map(({ path, text }) => ({ path: join(root, path), text })));
}

/** Whether one of the files is somebody's own; if so, that is reported, and what to add to it is on stdout. */
export function refusePresent(files: readonly CiFile[], output: Output): boolean {
  const present = files.filter(({ path, text }) => ![undefined, text].includes(readText(path)));
  if (present.length === 0) return false;
  const faults = present.map(({ path }): Fault => {
    const hint = `add to it what is ${output.json ? 'in "snippets"' : 'printed'}, or replace it with --force`;
    return { code: 'file-kept', message: `${shownPath(path)} is there already; it is left as it is`, hint };
  });
  const snippets = present.map(({ path, text }) => ({ path: shownPath(path), text: snippetOf(text) }));
  reportFaults(faults, output);
  if (!output.json) output.answer(snippets.map(({ path, text }) => `# for ${path}\n${text}`).join('\n'));
  output.result({ ok: false, snippets, diagnostics: faults.map(faultData) });
  return true;
}

/** Without the remarks at the top, and without what a list of hooks has already. */
function snippetOf(text: string): string {
  return text.replace(/^(#.*\n|\n)+/, '').replace(/^repos:\n/, '');
}

/** The folder itself where it is in none. */
function repositoryRoot(folder: string): string {
  for (let parent = folder; ; parent = dirname(parent)) {
    if (existsSync(join(parent, '.git'))) return parent;
    if (parent === dirname(parent)) return folder;
  }
}

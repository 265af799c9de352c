/**
 * writeFiles(): writes the generated files of all images of a project and says what became of each.
 *
 * All of them are looked at before the first is written: when one is somebody's own work, none is touched.
 */

import { faultData, shownPath } from './report.js';
import type { GeneratedFile } from './generated-files.js';
import type { Output } from './output.js';
import { projectFiles, type FileOptions } from './project-files.js';
import type { Project } from './project.js';
import { removeLostDrafts } from './write-whole.js';
import { readText, refuseForeign, writeGenerated, type WriteState } from './write.js';

export interface WriteOptions extends FileOptions {
  readonly force: boolean;
}

export async function writeFiles(project: Project, options: WriteOptions, output: Output): Promise<number> {
  const files = await writeAll(project, options, output);
  output.result({ ok: true, files, diagnostics: project.warnings.map(faultData) });
  return 0;
}

export interface WrittenFile {
  readonly path: string;
  readonly state: WriteState;
}

export async function writeAll(project: Project, options: WriteOptions, output: Output): Promise<readonly WrittenFile[]> {
  const { force } = options;
  const files = await writableFiles(project, options);
  removeLostDrafts(files.map(({ path }) => path));
  return files.map(({ path, text }) => {
    const label = shownPath(path);
    const state = writeGenerated(path, text, { force, label });
    output.note(state === 'written' ? `wrote ${label}` : `${label} is up to date`);
    return { path: label, state };
  });
}

/** The generated files, when each of them may be written; writes nothing. */
export async function writableFiles(project: Project, options: WriteOptions): Promise<readonly GeneratedFile[]> {
  const files = await projectFiles(project, options);
  if (options.force) return files;
  for (const { path, text } of files) {
    const present = readText(path);
    if (present !== undefined && present !== text) refuseForeign(present, shownPath(path));
  }
  return files;
}

/**
 * writeFiles(): writes the generated files of all images of a project and says what became of each.
 *
 * All of them are looked at before the first is written: when one is somebody's own work, none is touched.
 */

import { faultData, shownPath } from './report.js';
import { generatedFiles, type GeneratedFile } from './generated-files.js';
import type { Output } from './output.js';
import type { Project } from './project.js';
import { readText, refuseForeign, writeGenerated } from './write.js';

export interface WriteOptions {
  /** Instead of `Dockerfile`. */
  readonly file: string | undefined;
  readonly force: boolean;
}

export function writeFiles(project: Project, options: WriteOptions, output: Output): number {
  const files = writeAll(project, options, output);
  output.result({ ok: true, files, diagnostics: project.warnings.map(faultData) });
  return 0;
}

export function writeAll(project: Project, options: WriteOptions, output: Output): readonly { readonly path: string; readonly state: string }[] {
  const { force } = options;
  return writableFiles(project, options).map(({ path, text }) => {
    const label = shownPath(path);
    const state = writeGenerated(path, text, { force, label });
    output.note(state === 'written' ? `wrote ${label}` : `${label} is up to date`);
    return { path: label, state };
  });
}

/** The generated files, when each of them may be written; writes nothing. */
export function writableFiles(project: Project, { file, force }: WriteOptions): readonly GeneratedFile[] {
  const files = project.images.flatMap((image) => generatedFiles(image, file));
  if (force) return files;
  for (const { path, text } of files) {
    const present = readText(path);
    if (present !== undefined && present !== text) refuseForeign(present, shownPath(path));
  }
  return files;
}

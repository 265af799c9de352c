/**
 * checkFiles(): the files on disk against what the definition gives: 0 when all are the same, else 1 and a unified diff on stdout.
 */

import { basename } from 'node:path';
import { verifyHeader } from '../print/header.js';
import type { GeneratedFile } from './generated-files.js';
import type { Output } from './output.js';
import { projectFiles, type FileOptions } from './project-files.js';
import type { Project } from './project.js';
import { faultData, shownPath } from './report.js';
import { visible } from './visible.js';
import { readText } from './write.js';

/** `edited`: ours, and changed by hand since; `foreign`: never ours. */
export type FileState = 'current' | 'stale' | 'missing' | 'edited' | 'foreign';

export interface CheckedFile {
  readonly path: string;
  readonly state: FileState;
  /** From the file to what it should be. */
  readonly diff?: string;
}

export async function checkFiles(project: Project, options: FileOptions, output: Output): Promise<number> {
  const checked = await Promise.all((await projectFiles(project, options)).map(checkFile));
  for (const { path, state, diff } of checked) {
    if (diff !== undefined && !output.json) output.answer(paintDiff(visible(diff), output));
    output.note(`${path} ${STATES[state]}`);
  }
  const ok = checked.every(({ state }) => state === 'current');
  if (!ok) output.note(remedy(checked, basename(project.file), options.format));
  output.result({ ok, files: checked, diagnostics: project.warnings.map(faultData) });
  return ok ? 0 : 1;
}

const STATES: Readonly<Record<FileState, string>> = {
  current: 'is up to date',
  stale: 'is stale',
  missing: 'is missing',
  edited: 'was changed by hand',
  foreign: 'was not written by imagewright',
};

/** What generate would refuse to replace. */
function remedy(checked: readonly CheckedFile[], source: string, format: FileOptions['format'] = 'dockerfile'): string {
  const kept = checked.some(({ state }) => state === 'edited' || state === 'foreign');
  const command = `imagewright generate${format === 'dockerfile' ? '' : ` --format ${format}`}`;
  if (!kept) return `run "${command}" to write what ${source} says`;
  return `move what was written by hand to ${source}, then run "${command} --force", which replaces it`;
}

export async function checkFile({ path, text }: GeneratedFile): Promise<CheckedFile> {
  // Git may have turned the newlines of a checked-out file to CRLF.
  const present = readText(path)?.replaceAll('\r\n', '\n');
  const label = shownPath(path);
  if (present === text) return { path: label, state: 'current' };
  const { unifiedDiff } = await import('./unified-diff.js');
  const from = present === undefined ? '/dev/null' : label;
  const diff = unifiedDiff({ path: from, text: present ?? '' }, { path: label, text });
  return { path: label, state: present === undefined ? 'missing' : staleState(present), diff };
}

function staleState(present: string): FileState {
  const owner = verifyHeader(present);
  return owner === 'ours' ? 'stale' : owner;
}

export function paintDiff(diff: string, { colors }: Output): string {
  const paint = (line: string) => {
    if (line.startsWith('+')) return colors.green(line);
    if (line.startsWith('-')) return colors.red(line);
    return line.startsWith('@@') ? colors.cyan(line) : line;
  };
  return diff.split('\n').map(paint).join('\n');
}

/**
 * writeGenerated(): writes one generated file, whole or not at all, and never over one that a person wrote.
 *
 * In: path and text with our header. Out: whether it was written or stood there already. A file without our header, or with one that its text does not match
 * any more, is somebody's work: an error, unless forced. A link is followed, so that it stays a link.
 */

import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { verifyHeader } from '../print/header.js';
import { CliError } from './cli-error.js';
import { shownPath } from './report.js';
import { writeWhole } from './write-whole.js';

export type WriteState = 'written' | 'unchanged';

export function writeGenerated(path: string, text: string, options: { readonly force: boolean; readonly label: string }): WriteState {
  const present = readText(path);
  if (present === text) return 'unchanged';
  if (present !== undefined && !options.force) refuseForeign(present, options.label);
  writeWhole(path, text);
  return 'written';
}

/** Throws when a file is not ours to replace. */
export function refuseForeign(present: string, label: string): void {
  const state = verifyHeader(present);
  if (state === 'ours') return;
  const fault = state === 'edited' ? 'was changed by hand after imagewright wrote it' : 'was not written by imagewright';
  throw new CliError({ code: 'file-kept', message: `${label} ${fault}; it is left as it is`, hint: hintFor(state, label) });
}

/** A `.dockerignore` has no other place. */
function hintFor(state: 'edited' | 'foreign', label: string): string {
  if (state === 'edited') return 'move the changes to image.ts, or throw them away with --force';
  return `${basename(label) === '.dockerignore' ? 'move its patterns to "ignore"' : 'write elsewhere with -o FILE'}, or replace it with --force`;
}

/** Undefined when there is no such file. */
export function readText(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code;
    if (code === 'ENOENT') return undefined;
    if (code === 'EISDIR') {
      const folder = shownPath(path);
      throw new CliError({ code: 'is-a-folder', message: `"${folder}" is a folder`, hint: `name a file in it: ${folder}/Dockerfile` });
    }
    throw new CliError({ code: 'unreadable-file', message: `"${path}" cannot be read: ${code}` });
  }
}

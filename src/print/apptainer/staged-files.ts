/**
 * stageFile(): how a file comes into the image. Apptainer copies all files before any command is run, and otherwise than COPY does (of a folder the folder, not
 * what is in it). So they are copied to a folder of their own, each source apart, and go from there to their place when it is their turn.
 *
 *     COPY src /opt/app/        %files                                       copy_to /opt/app/ /.imagewright/files/1/src
 *                                   src /.imagewright/files/1/
 */

import { posix } from 'node:path';
import { literalPath, type PathText } from '../../text.js';
import { quotedWord } from './shell-text.js';

export const STAGING = '/.imagewright';

/** Shell function: COPY. In a subshell, so that it leaves nothing behind. */
export const COPY_TO: readonly string[] = [
  '    # As COPY does: of a folder what is in it; what is missing of the path is made.',
  '    copy_to() (',
  '        to="$1"',
  '        shift',
  '        for from in "$@"; do',
  '            if [ ! -d "$from" ]; then',
  '                case "$to" in',
  '                    */) mkdir -p "$to" ;;',
  '                    *) mkdir -p "$(dirname "$to")" ;;',
  '                esac',
  '                cp -a "$from" "$to"',
  '                continue',
  '            fi',
  '            mkdir -p "$to"',
  '            for each in "$from"/* "$from"/.[!.]* "$from"/..?*; do',
  '                if [ -e "$each" ] || [ -L "$each" ]; then cp -a "$each" "$to/"; fi',
  '            done',
  '        done',
  '    )',
];

export interface StagedFile {
  /** A line of %files. */
  readonly line: string;
  /** A word of the shell: all that was copied. */
  readonly word: string;
  /** The folder that it was copied to, and the path in the context that it came from; '' is the whole context. */
  readonly folder: string;
  readonly source: string;
}

export interface StageFileOptions {
  /** The stage that it is taken from; undefined: the build context. */
  readonly stage: string | undefined;
  /** Folder of the context, relative to that of the definition. */
  readonly context: string | undefined;
  /** No other source has it. */
  readonly number: number;
}

/** What stands as it is: Apptainer has a shell expand the names. `?` stands for all else that has a meaning to one of the two; the name itself is in `word`. */
const SAFE = /^(?:[\w./@+,=:?*[\]^-]|[^\x00-\x7f\s\u0085])+$/;
const QUESTIONABLE = /[ '"$&()#;<>|!{}~`]/g;

/** Undefined for a name that Apptainer would not take as it is. */
export function stageFile(path: PathText, { stage, context, number }: StageFileOptions): StagedFile | undefined {
  const literal = literalPath(path);
  if (literal === undefined) return undefined;
  const source = posix.normalize(`/${literal}`).replace(/^\/+|\/+$/g, '');
  const shown = stage === undefined ? posix.join(context ?? '.', source) : `/${source}`;
  const pattern = shown.replace(QUESTIONABLE, '?').replace(/^-/, './-');
  // Docker's patterns say "not" by "^", as no shell must.
  if (!SAFE.test(pattern) || /\[\^/.test(pattern)) return undefined;
  const folder = `${STAGING}/${stage === undefined ? 'files' : 'stages'}/${number}`;
  const isAll = source === '';
  const name = isAll ? 'all' : posix.basename(source);
  return { line: `${pattern} ${folder}/${isAll ? 'all/' : ''}`, word: `${folder}/${nameWord(name)}`, folder: `${folder}/${name}`, source };
}

/** A pattern stays one, whatever else is in it. */
export function nameWord(name: string): string {
  return /[*?[]/.test(name) ? name.replace(/[^\w./@+,=:?*[\]^-]/g, '\\$&') : quotedWord(name);
}

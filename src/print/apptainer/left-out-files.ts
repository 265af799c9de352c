/**
 * leftOutLines(): what the ignore file of the Dockerfile keeps from the builder, taken out of the files that Apptainer has copied. Only what is named is copied
 * at all; this is about what comes along with a folder.
 *
 *     **\/.git         find /.imagewright/files -mindepth 3 -name .git -prune -exec rm -rf {} +
 *     src/notes       rm -rf /.imagewright/files/1/src/notes
 */

import { shellWord } from '../../shell-word.js';
import { wordLines } from './site.js';
import { nameWord, STAGING, type StagedFile } from './staged-files.js';

export function leftOutLines(patterns: readonly string[], staged: readonly StagedFile[]): readonly string[] {
  if (staged.length === 0) return [];
  const names = patterns.flatMap((pattern) => (isName(pattern) ? [`-name ${shellWord(pattern.slice(3))}`] : []));
  const paths = patterns.filter((pattern) => !isName(pattern)).flatMap((pattern) => staged.flatMap((file) => pathBelow(file, pattern)));
  return [
    '    # What no folder brings along.',
    // What was named itself stands one folder higher.
    `    find ${STAGING}/files -mindepth 3 \\( ${names.join(' -o ')} \\) -prune -exec rm -rf {} +`,
    ...(paths.length === 0 ? [] : wordLines('rm -rf', paths)),
  ];
}

function isName(pattern: string): boolean {
  return /^\*\*\/[^/]+$/.test(pattern);
}

/** Whether it can be said at all. */
export function isSayable(pattern: string): boolean {
  return isName(pattern) || !/^!|\*\*|\\|\[\^/.test(pattern);
}

function pathBelow({ folder, source }: StagedFile, pattern: string): readonly string[] {
  const path = pattern.replace(/^\/+|\/+$/g, '');
  if (source === '') return [`${folder}/${nameWord(path)}`];
  return path.startsWith(`${source}/`) ? [`${shellWord(folder)}/${nameWord(path.slice(source.length + 1))}`] : [];
}

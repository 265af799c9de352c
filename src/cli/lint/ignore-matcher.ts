/**
 * createIgnoreMatcher(): the patterns of a .dockerignore → whether a path of the context is left out, as Docker tells it.
 *
 * A pattern that matches a folder matches all in it; of several the last one wins; `!` takes back in. `**` stands for any number of folders.
 */

import { ignoredBy, tidyPattern } from '../../rules/read/ignored-path.js';

export interface IgnoreMatcher {
  /** Relative to the context, with slashes. */
  readonly isIgnored: (path: string) => boolean;
  /** Whether all in a folder that is ignored is ignored too, so that nobody need look. */
  readonly isClosed: (folder: string) => boolean;
}

export function createIgnoreMatcher(patterns: readonly string[]): IgnoreMatcher {
  const isIgnored = ignoredBy(patterns);
  const taken = patterns.filter((pattern) => pattern.startsWith('!')).map(tidyPattern);
  return { isIgnored, isClosed: (folder) => isIgnored(folder) && !taken.some((pattern) => mayLieIn(pattern, folder)) };
}

/** Whether a pattern may match something below a folder: one that begins with the folder, or whose first folders are not named. */
function mayLieIn(pattern: string, folder: string): boolean {
  const literal = pattern.split(/[*?[\\]/, 1)[0]!;
  return pattern.startsWith(`${folder}/`) || (literal !== pattern && `${folder}/`.startsWith(literal));
}

/**
 * createIgnoreMatcher(): the patterns of a .dockerignore → whether a path of the context is left out, as Docker tells it.
 *
 * A pattern that matches a folder matches all in it; of several the last one wins; `!` takes back in. `**` stands for any number of folders.
 */

import { posix } from 'node:path';
import { patternExpression } from '../match-source.js';

export interface IgnoreMatcher {
  /** Relative to the context, with slashes. */
  readonly isIgnored: (path: string) => boolean;
  /** Whether all in a folder that is ignored is ignored too, so that nobody need look. */
  readonly isClosed: (folder: string) => boolean;
}

interface Pattern {
  readonly text: string;
  readonly isTakenBack: boolean;
  readonly matches: RegExp;
}

export function createIgnoreMatcher(patterns: readonly string[]): IgnoreMatcher {
  const compiled = patterns.map(compilePattern);
  const taken = compiled.filter(({ isTakenBack }) => isTakenBack);
  const isIgnored = (path: string) => {
    const paths = withParents(path);
    return compiled.findLast(({ matches }) => paths.some((each) => matches.test(each)))?.isTakenBack === false;
  };
  const isClosed = (folder: string) => isIgnored(folder) && !taken.some(({ text }) => mayLieIn(text, folder));
  return { isIgnored, isClosed };
}

function withParents(path: string): readonly string[] {
  const names = path.split('/');
  return names.map((_, index) => names.slice(0, index + 1).join('/'));
}

/** Whether a pattern may match something below a folder: one that begins with the folder, or whose first folders are not named. */
function mayLieIn(pattern: string, folder: string): boolean {
  const literal = pattern.split(/[*?[\\]/, 1)[0]!;
  return pattern.startsWith(`${folder}/`) || (literal !== pattern && `${folder}/`.startsWith(literal));
}

function compilePattern(line: string): Pattern {
  const isTakenBack = line.startsWith('!');
  const text = posix.normalize(line.slice(isTakenBack ? 1 : 0).trim()).replace(/^\/+|\/+$/g, '');
  return { text, isTakenBack, matches: patternExpression(text) };
}

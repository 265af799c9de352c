/**
 * pathChanges(): how often paths of the build context change, by the project's history: the share of its last commits that touched each. Loaded only where somebody
 * asks for it.
 *
 *     git log: 40 commits, 25 of them touch count.py        { 'count.py': 0.62 }
 *
 * In: the folder of the context, and paths or patterns in it. Merges are not counted, for their commits are. Fewer than ten commits say nothing, and are an error.
 */

import { ask } from '../engine/ask.js';
import type { PathChanges } from '../ir/change-probability.js';
import { CliError } from './cli-error.js';
import { matchesPath } from './match-source.js';

/** What is older says little about what comes. */
const COMMITS = 500;
const FEWEST = 10;

export async function pathChanges(folder: string, sources: readonly string[]): Promise<PathChanges> {
  const commits = await commitsOf(folder);
  if (commits.length < FEWEST) {
    const message = `the history of this folder has ${commits.length} commits, and fewer than ${FEWEST} tell nothing`;
    throw new CliError({ code: 'no-history', message, hint: 'leave --refresh-order out: sources then count as what changes most' });
  }
  return Object.fromEntries(
    sources.map((source) => [source, share(commits.filter((paths) => paths.some((path) => matchesPath(path, source))).length, commits.length)]),
  );
}

/** Never none and never all, whatever the last commits were. */
function share(touched: number, commits: number): number {
  return Math.round(((touched + 0.5) / (commits + 1)) * 100) / 100;
}

/** Paths that each commit has changed, relative to the folder. */
async function commitsOf(folder: string): Promise<readonly (readonly string[])[]> {
  const list = [
    '-C',
    folder,
    'log',
    `--max-count=${COMMITS}`,
    '--no-merges',
    '--no-renames',
    '--name-only',
    '--relative',
    '-z',
    '--format=%x01',
    '--',
    '.',
  ];
  const { exitCode, stdout, stderr } = await ask('git', list);
  if (exitCode !== 0) {
    const message =
      exitCode === undefined ? 'git is not installed, or did not answer' : `git knows no history of this folder: ${stderr.trim().split('\n')[0]}`;
    throw new CliError({ code: 'no-history', message, hint: 'leave --refresh-order out: sources then count as what changes most' });
  }
  return stdout
    .split('\u0001')
    .slice(1)
    .map((commit) => commit.split('\0').flatMap((path) => (path.trim() === '' ? [] : [path.replace(/^\n/, '')])));
}

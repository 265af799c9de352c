/** Folders with a history of git, for tests. */

import { execFileSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { folderWith } from './command.js';

const identity = ['-c', 'user.name=tester', '-c', 'user.email=tester@example.org', '-c', 'commit.gpgsign=false'];

/** A repository with these commits, each of which changes some files; it is removed when the test has ended. */
export function repository(...commits: readonly (readonly string[])[]): string {
  const folder = folderWith({});
  commitAll(folder, commits);
  return folder;
}

export function commitAll(folder: string, commits: readonly (readonly string[])[]): void {
  const git = (...list: readonly string[]) => execFileSync('git', ['-C', folder, ...identity, ...list], { stdio: 'pipe' });
  git('init', '--quiet');
  commits.forEach((paths, number) => {
    for (const path of paths) {
      mkdirSync(dirname(join(folder, path)), { recursive: true });
      writeFileSync(join(folder, path), `${number}\n`);
    }
    git('add', '--all');
    git('commit', '--quiet', '--allow-empty', '--message', `commit ${number}`);
  });
}

export const times = (count: number, ...paths: readonly string[]) => Array.from({ length: count }, () => paths);

import { execFileSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { pathChanges } from '../../src/cli/history.js';
import { folderWith } from '../support/command.js';

const identity = ['-c', 'user.name=tester', '-c', 'user.email=tester@example.org', '-c', 'commit.gpgsign=false'];

/** A repository with these commits, each of which changes some files. */
function repository(...commits: readonly (readonly string[])[]): string {
  const folder = folderWith({});
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
  return folder;
}

const times = (count: number, ...paths: readonly string[]) => Array.from({ length: count }, () => paths);

describe('pathChanges', () => {
  it('is the share of the commits that touched a path, or anything below it, or what a pattern stands for', async () => {
    const folder = repository(...times(10, 'count.py'), ...times(5, 'texts/high water.txt', 'plot.py'), ...times(4, 'docs/é.md'));
    expect(await pathChanges(folder, ['count.py', 'texts', './texts/', '*.py', 'docs/é.md', '.', 'none'])).toEqual({
      'count.py': 0.53,
      texts: 0.28,
      './texts/': 0.28,
      '*.py': 0.78,
      'docs/é.md': 0.23,
      '.': 0.98,
      none: 0.03,
    });
  });

  it('knows paths from the folder on, in a repository around it', async () => {
    const folder = repository(...times(6, 'tides/count.py'), ...times(6, 'tides/texts/a.txt'), ...times(20, 'other.md'));
    expect(await pathChanges(join(folder, 'tides'), ['count.py', 'texts'])).toEqual({ 'count.py': 0.5, texts: 0.5 });
  });

  it('refuses a history that is too short to tell anything', async () => {
    await expect(pathChanges(repository(['a'], ['a']), ['a'])).rejects.toMatchObject({
      message: 'the history of this folder has 2 commits, and fewer than 10 tell nothing',
      hint: 'leave --refresh-order out: sources then count as what changes most',
    });
  });

  it('refuses a folder without any', async () => {
    await expect(pathChanges(folderWith({ a: '' }), ['a'])).rejects.toMatchObject({
      message: expect.stringMatching(/^git knows no history of this folder: fatal: not a git repository/),
    });
  });
});

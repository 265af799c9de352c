import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { pathChanges } from '../../src/cli/history.js';
import { folderWith } from '../support/command.js';
import { repository, times } from '../support/repository.js';

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

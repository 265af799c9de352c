import { describe, expect, it } from 'vitest';
import { createIgnoreMatcher } from '../../../src/cli/lint/ignore-matcher.js';

const paths = [
  'README.md',
  'a.md',
  'docs/a.md',
  'src/main.c',
  'src/.git/HEAD',
  'src/deep/node_modules/x.js',
  '[x].txt',
  'data/keep.csv',
  'data/ebb.csv',
];
const left = (...patterns: readonly string[]) => paths.filter((path) => !createIgnoreMatcher(patterns).isIgnored(path));
const out = (...patterns: readonly string[]) => paths.filter((path) => createIgnoreMatcher(patterns).isIgnored(path));

describe('isIgnored', () => {
  it.each<[string, readonly string[], readonly string[]]>([
    ['at the root', ['*.md'], ['README.md', 'a.md']],
    ['at any depth', ['**/*.md'], ['README.md', 'a.md', 'docs/a.md']],
    ['a folder with all in it', ['data'], ['data/keep.csv', 'data/ebb.csv']],
    ['a folder at any depth', ['**/node_modules', '**/.git'], ['src/.git/HEAD', 'src/deep/node_modules/x.js']],
    ['written with slashes around', ['/data/'], ['data/keep.csv', 'data/ebb.csv']],
    ['one character, a class', ['?.md', '[d]ata/[^a-e]eep.csv'], ['a.md', 'data/keep.csv']],
    ['all but a name with a hyphen', ['*', '!data', 'data/*-*', 'data/ebb.csv'], paths.filter((path) => path !== 'data/keep.csv')],
    ['a literal bracket', ['\\[x].txt'], ['[x].txt']],
    ['what cannot be read matches nothing', ['[', '../data'], []],
  ])('%s', (_, patterns, expected) => {
    expect(out(...patterns)).toEqual(expected);
  });

  it('takes back in what a later pattern says, also in a folder that is out', () => {
    expect(left('*', '!src', '**/.git')).toEqual(['src/main.c', 'src/deep/node_modules/x.js']);
    expect(left('*', '!data/keep.csv')).toEqual(['data/keep.csv']);
    expect(left('!data', '*')).toEqual([]);
  });
});

describe('isClosed', () => {
  const isClosed = (folder: string, ...patterns: readonly string[]) => createIgnoreMatcher(patterns).isClosed(folder);

  it('is true of a folder of which nothing is taken back', () => {
    expect(isClosed('src/.git', '*', '!src', '**/.git')).toBe(true);
    expect(isClosed('data', '*', '!src')).toBe(true);
  });

  it('is false where something below may be taken back', () => {
    expect(isClosed('data', '*', '!data/keep.csv')).toBe(false);
    expect(isClosed('data', 'data', '!**/keep.csv')).toBe(false);
    expect(isClosed('src', '*', '!src')).toBe(false);
  });
});

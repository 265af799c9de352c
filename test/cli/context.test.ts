import { relative } from 'node:path';
import { describe, expect, it } from 'vitest';
import { checkContext } from '../../src/cli/context.js';
import { matchSource } from '../../src/cli/match-source.js';
import { compile } from '../../src/pipeline.js';
import { folderWith } from '../support/command.js';

describe('matchSource', () => {
  const files = {
    'tides.csv': '',
    'moon.csv': '',
    'a1.txt': '',
    'b1.txt': '',
    'c1.txt': '',
    '[x].txt': '',
    'data/sea/ebb.csv': '',
    '.env': '',
    'north-sea.csv': '',
  };

  it.each([
    ['.', ['']],
    ['./data/', ['data']],
    ['data/sea/ebb.csv', ['data/sea/ebb.csv']],
    ['*.csv', ['moon.csv', 'north-sea.csv', 'tides.csv']],
    ['[ab]1.txt', ['a1.txt', 'b1.txt']],
    ['[^ab]1.txt', ['c1.txt']],
    ['[a-b]?.txt', ['a1.txt', 'b1.txt']],
    ['\\[x\\].txt', ['[x].txt']],
    ['[x].txt', ['[x].txt']],
    ['*/sea/*.csv', ['data/sea/ebb.csv']],
    ['.e*', ['.env']],
    ['(a1|b1).txt', []],
    ['north-*.csv', ['north-sea.csv']],
    ['tides.csv/x', []],
    ['[', []],
  ] as const)('%s', (source, expected) => {
    const folder = folderWith(files);
    expect(matchSource(source, folder).map((path) => relative(folder, path))).toEqual(expected);
  });
});

it.each([
  ['npm', 'package-lock.json'],
  ['pnpm', 'pnpm-lock.yaml'],
] as const)('misses the lock file that %s reads, and takes no file that it reads as well for the one that was meant', (manager, lock) => {
  const compiled = compile({ base: `node:22-bookworm-slim`, npm: { manager } });
  if (!compiled.ok) throw new Error('the definition has faults');
  expect(checkContext(compiled, folderWith({ 'package.json': '{}' }))).toEqual([
    {
      code: 'missing-source',
      severity: 'error',
      origin: { path: ['npm'] },
      message: `"${lock}" is not in the build context`,
      hint: 'create it, or correct the path: it is relative to the folder of the definition file',
    },
  ]);
});

it('points to the mount whose source is missing', () => {
  const mounts = [
    { kind: 'cache', target: '/cache' },
    { kind: 'bind', target: '/data', source: 'tides' },
  ] as const;
  const compiled = compile({ base: 'debian:bookworm-slim', run: [{ script: 'make', mounts }] });
  if (!compiled.ok) throw new Error('the definition has faults');
  const faults = checkContext(compiled, folderWith({ 'tide/ebb.csv': '' }));
  expect(faults.map(({ code, origin }) => [code, origin])).toEqual([['missing-source', { path: ['run', 0, 'mounts', 1] }]]);
});

it('refuses a folder where pip reads a file', () => {
  const compiled = compile({ base: 'python:3.12-slim', pip: { requirements: 'data', constraints: ['fixed.txt'] } });
  if (!compiled.ok) throw new Error('the definition has faults');
  expect(checkContext(compiled, folderWith({ 'data/a.txt': '', 'fixed.txt': '' }))).toEqual([
    {
      code: 'not-a-file',
      severity: 'error',
      origin: { path: ['pip', 'requirements'] },
      message: '"data" is a folder, not a file',
      hint: 'name a file in it',
    },
  ]);
});

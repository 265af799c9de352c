import { expect, it } from 'vitest';
import { asPath, excludeFault, sourceFault, targetFault } from '../../src/print/paths.js';

it('takes a path for a path, however it begins', () => {
  expect(['--from=x', '<<EOF', 'https://a', 'git@a', 'src'].map((path) => asPath(path).join(''))).toEqual([
    './--from=x',
    './<<EOF',
    './https://a',
    './git@a',
    'src',
  ]);
  expect(asPath([{ variable: 'OUT' }, '/--x'])).toEqual([{ variable: 'OUT' }, '/--x']);
});

it('says which instruction cannot take it', () => {
  expect(sourceFault('', { keyword: 'ADD', isFromStage: false })?.message).toBe('"" cannot be copied from the build context by its name');
  expect(sourceFault('a\0', { keyword: 'ADD', isFromStage: false })?.message).toBe('"a\\u0000" has a NUL character, which ADD cannot carry');
  expect(targetFault('', 'ADD')?.message).toBe('"" cannot be the target of ADD');
  expect(excludeFault('é', 'ADD')?.message).toBe('"é" has a character that is not printable ASCII, which --exclude of ADD cannot carry');
  expect(sourceFault(' a', { keyword: 'COPY', isFromStage: true })).toBeUndefined();
});

import { execFileSync } from 'node:child_process';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { shellWord } from '../src/shell-word.js';

test.each([
  ['build-essential', 'build-essential'],
  ['curl=8.*', "'curl=8.*'"],
  ['numpy>=1.26', "'numpy>=1.26'"],
  ['snakemake[reports]', "'snakemake[reports]'"],
  ['/opt/venv/bin/pip', '/opt/venv/bin/pip'],
  ['name@1.2,x+y=z:%a', 'name@1.2,x+y=z:%a'],
  ["it's", "'it'\\''s'"],
  ['', "''"],
  ['~root', "'~root'"],
  ['$(id)', "'$(id)'"],
  ['a\\b', "'a\\b'"],
  ['#no comment', "'#no comment'"],
  ['two\nlines', "'two\nlines'"],
])('quotes %j as %s', (text, word) => {
  expect(shellWord(text)).toBe(word);
});

test('a shell reads every word back as it was', () => {
  const words = fc.array(
    fc.string({ unit: 'grapheme' }).map((text) => text.replaceAll('\0', '')),
    { minLength: 20, maxLength: 20 },
  );
  fc.assert(
    fc.property(words, (texts) => {
      const out = execFileSync('sh', ['-c', `printf '%s\\0' ${texts.map(shellWord).join(' ')}`], { encoding: 'utf8' });
      expect(out).toBe(texts.map((text) => `${text}\0`).join(''));
    }),
    { numRuns: 50, seed: 1 },
  );
});

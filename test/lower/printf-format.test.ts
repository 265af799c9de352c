import { execFileSync } from 'node:child_process';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { printfFormats } from '../../src/lower/printf-format.js';

it.each([
  ['box', ['box']],
  ['', ["''"]],
  ['50 % of\n"a"', [`'50 %% of\\n"a"'`]],
  ["it's\r\n\t\\", [`'it'\\''s\\r\\n\\t\\\\'`]],
  ['\0\u001b7\u007f', [`'\\000\\0337\\177'`]],
  ['-n', [`'\\055n'`]],
  ['Grüße 🚢', [`'Grüße 🚢'`]],
])('writes %j as %j', (text, formats) => {
  expect(printfFormats(text)).toEqual(formats);
});

it('cuts a long text into formats of one line each', () => {
  expect(printfFormats('x'.repeat(20_000)).map((format) => format.length)).toEqual([7500, 7500, 5000]);
});

it('a shell prints every text as it was', () => {
  const texts = fc.array(
    fc.string({
      unit: fc.oneof(
        fc.string({ unit: 'grapheme', minLength: 1, maxLength: 1 }),
        fc.integer({ min: 0, max: 127 }).map((code) => String.fromCharCode(code)),
      ),
    }),
    {
      minLength: 20,
      maxLength: 20,
    },
  );
  fc.assert(
    fc.property(texts, (list) => {
      const script = list.flatMap((text) => [...printfFormats(text).map((format) => `printf ${format}`), `printf '\\001'`]).join('\n');
      expect(execFileSync('sh', ['-c', script], { encoding: 'utf8' })).toBe(list.map((text) => `${text}\u0001`).join(''));
    }),
    { numRuns: 50, seed: 1 },
  );
});

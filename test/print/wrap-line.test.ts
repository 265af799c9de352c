import { describe, expect, it } from 'vitest';
import { wrapLine } from '../../src/print/wrap-line.js';
import { readDockerfile } from '../support/read-dockerfile.js';

/** Joins as the builder does. */
const joined = (lines: readonly string[]) => readDockerfile(`${lines.join('\n')}\n`).instructions.map(({ rest }) => rest);

describe('wrapLine', () => {
  it('leaves a line that can be read', () => {
    expect(wrapLine(`RUN ${'a'.repeat(60_000)}`)).toEqual([`RUN ${'a'.repeat(60_000)}`]);
  });

  it.each([
    ['letters', 'a'.repeat(200_000)],
    ['words', 'word # \\" '.repeat(20_000).trim()],
    ['characters of several bytes', '中🧪é'.repeat(20_000)],
    ['backslashes with a letter in between', `${'\\'.repeat(50_000)}ab${'\\'.repeat(50_000)}ab`],
  ])('breaks a line so that it reads the same: %s', (_, value) => {
    const lines = wrapLine(`LABEL ${value}`)!;
    expect(lines.length).toBeGreaterThan(1);
    expect(Math.max(...lines.map((line) => Buffer.byteLength(line)))).toBeLessThanOrEqual(65_535);
    expect(lines.slice(0, -1).every((line) => /[^\s\\]\\$/.test(line))).toBe(true);
    expect(joined(lines.map((line, index) => (index === 0 ? line.replace('LABEL', 'RUN') : line)))).toEqual([value]);
  });

  it('gives up where there is no place to break', () => {
    expect(wrapLine(`A="${'\\'.repeat(200_000)}"`)).toBe(undefined);
    expect(wrapLine(`A="${' '.repeat(200_000)}"`)).toBe(undefined);
  });
});

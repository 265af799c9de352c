import { describe, expect, it } from 'vitest';
import { ignoreComments } from '../../../src/cli/lint/ignore-comments.js';

const of = (...lines: readonly string[]) =>
  ignoreComments(lines.join('\n')).map(({ names, reason, line, column, endColumn, about }) => [
    names.join('+'),
    reason,
    `${line}:${column}-${endColumn} about ${about}`,
  ]);

describe('a comment that ignores findings', () => {
  it('is about its own line where it stands behind something', () => {
    expect(of("apt: ['curl'], // imagewright-ignore unpinned: the mirror is frozen")).toEqual([
      ['unpinned', 'the mirror is frozen', '1:16-68 about 1'],
    ]);
  });

  it('is about the next line that is no comment where it stands alone', () => {
    expect(of('{', '  // imagewright-ignore sudo: one', '  /* imagewright-ignore tides: two */', '  // and why', "  run: ['sudo']", '}')).toEqual([
      ['sudo', 'one', '2:3-34 about 5'],
      ['tides', 'two', '3:3-38 about 5'],
    ]);
  });

  it('may name several, and say nothing more', () => {
    expect(of('x // imagewright-ignore sudo, tides', 'y // imagewright-ignore  sudo ,tides:  http://ebb: why  ')).toEqual([
      ['sudo+tides', undefined, '1:3-36 about 1'],
      ['sudo+tides', 'http://ebb: why', '2:3-55 about 2'],
    ]);
  });

  it('may stand in a requirements file, and before CRLF', () => {
    expect(of('# imagewright-ignore unpinned: tides\r', 'numpy\r')).toEqual([['unpinned', 'tides', '1:1-37 about 2']]);
  });

  it.each(['// imagewright-ignored sudo', '// ignore sudo', 'imagewright-ignore sudo', '// imagewrightignore'])('is not %s', (line) => {
    expect(of(line)).toEqual([]);
  });

  it('may have no names', () => {
    expect(of('x // imagewright-ignore', 'y /* imagewright-ignore: why */')).toEqual([
      ['', undefined, '1:3-24 about 1'],
      ['', 'why', '2:3-32 about 2'],
    ]);
  });
});

import { describe, expect, it } from 'vitest';
import { patternFault } from '../../src/print/pattern-fault.js';

describe('patternFault', () => {
  it.each(['src', '*.txt', 'src/**', '[a-z]?.txt', '[^a]', '[[]', '[\\]]', 'a\\[b', 'a]b', '[*]'])('finds nothing in %s', (pattern) => {
    expect(patternFault(pattern, 'source')).toBe(undefined);
    expect(patternFault(pattern, 'exclude')).toBe(undefined);
  });

  it.each(['a[b', '[]', '[]a]', '[a-]', '[^]', '[\\]'])('refuses %s', (pattern) => {
    expect(patternFault(pattern, 'source')?.message).toBe(`${JSON.stringify(pattern)} is no pattern that Docker can read`);
    expect(patternFault(pattern, 'exclude')).toEqual({
      message: `${JSON.stringify(pattern)} is no pattern that Docker can read`,
      hint: 'write "[[]" for a "[" that stands for itself',
    });
  });

  it('refuses a last backslash of a pattern, not of a path', () => {
    expect(patternFault('a\\', 'source')).toBe(undefined);
    expect(patternFault('a\\', 'exclude')?.message).toBe('"a\\\\" is no pattern that Docker can read');
  });
});

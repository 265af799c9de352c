import { describe, expect, it } from 'vitest';
import { carryFault, formFault, shown, type Alphabet } from '../../src/print/carry.js';

const alphabets = ['line', 'flag', 'script', 'json'] as const;
const takers = (value: string): readonly Alphabet[] => alphabets.filter((alphabet) => carryFault(value, { name: 'LABEL', alphabet }) === undefined);

describe('carryFault', () => {
  it.each([
    ['plain text', 'it costs $5', ['line', 'flag', 'script', 'json']],
    ['a tab', 'a\tb', ['line', 'script', 'json']],
    ['characters of other scripts', 'é中🧪 \u05d0', ['line', 'script', 'json']],
    ['a newline', 'a\nb', ['script', 'json']],
    ['a carriage return', 'a\rb', ['json']],
    ['a NUL', 'a\0b', []],
    ['half of a surrogate pair', 'a\ud83e', []],
  ])('knows where %s can stand', (_, value, places) => {
    expect(takers(value)).toEqual(places);
  });

  it.each(['\u0001', '\u0007', '\b', '\u000b', '\f', '\u001b[31m', '\u007f', '\u0080', '\u0085', '\u009b', '\u202a', '\u202e', '\u2066', '\u2069'])(
    'lets nothing that would mislead a reviewer stand outside of scripts, unless JSON escapes it: %j',
    (value) => {
      expect(takers(`a${value}b`)).toEqual(['script', 'json']);
    },
  );

  it('says what is wrong and what to do, or what the place says', () => {
    expect(carryFault('a\u001bb', { name: 'USER', alphabet: 'line' })).toEqual({
      message: '"a\\u001bb" has a control character, which USER cannot carry',
      hint: 'write it as an escape that its reader knows',
    });
    expect(carryFault('a\nb', { name: 'USER', alphabet: 'line', hint: 'choose another name' })).toEqual({
      message: '"a\\nb" has a newline, which USER cannot carry',
      hint: 'choose another name',
    });
  });

  it('knows the longest line of a script', () => {
    expect(carryFault(`a\n${'é'.repeat(32_767)}x\n`, { name: 'RUN', alphabet: 'script' })).toBe(undefined);
    expect(carryFault(`a\n${'é'.repeat(32_768)}\n`, { name: 'RUN', alphabet: 'script' })?.hint).toBe('copy it from a file of the context');
  });
});

describe('formFault', () => {
  it('says what the value cannot be', () => {
    const port = { form: /^\d+$/, name: 'a port', hint: 'write "8080"' };
    expect(formFault('8080', port)).toBe(undefined);
    expect(formFault('http', port)).toEqual({ message: '"http" cannot be a port', hint: 'write "8080"' });
  });
});

describe('shown', () => {
  it('is on one line, shows what does not show, and is cut when long', () => {
    expect(shown('a\n"b"\u202e\u2028\u0085')).toBe('"a\\n\\"b\\"\\u202e\\u2028\\u0085"');
    expect(shown('🧪'.repeat(61))).toBe(`"${'🧪'.repeat(57)}…"`);
    expect(shown('x'.repeat(60))).toBe(`"${'x'.repeat(60)}"`);
  });
});

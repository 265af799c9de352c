import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sha256 } from '../../src/print/sha256.js';

const expected = (text: string) => createHash('sha256').update(text, 'utf8').digest('hex');

describe('sha256', () => {
  it('gives the examples of the standard', () => {
    expect(sha256('')).toBe('e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855');
    expect(sha256('abc')).toBe('ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad');
    expect(sha256('abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq')).toBe(
      '248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1',
    );
  });

  it('agrees with Node at every length around the ends of blocks', () => {
    const texts = Array.from({ length: 200 }, (_, length) => 'x'.repeat(length));
    expect(texts.map(sha256)).toEqual(texts.map(expected));
  });

  it('agrees with Node about any text, halves of surrogate pairs too', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 500 }), (text) => sha256(text) === expected(text)));
    expect(sha256('\ud800 \udc00')).toBe(expected('\ud800 \udc00'));
  });

  it('agrees with Node about a long text', () => {
    const text = 'RUN echo "größer"\n'.repeat(10_000);
    expect(sha256(text)).toBe(expected(text));
  });
});

import { describe, expect, it } from 'vitest';
import { printRaw } from '../../../src/print/instructions/raw.js';
import { printOne } from '../../support/print-one.js';

function print(text: string) {
  return printOne((context) => printRaw({ kind: 'raw', origins: [{ path: ['raw', 0] }], text }, context));
}

describe('raw text', () => {
  it('is printed as it is, without newlines around it', () => {
    expect(print('\nRUN a && \\\n  b\n\n')).toEqual({ text: 'RUN a && \\\n  b', faults: [] });
    expect(print('')).toEqual({ text: '', faults: [] });
  });

  it('may not take in what follows it', () => {
    expect(print('RUN a \\ \t').faults).toEqual(['"RUN a \\\\ \\t" ends with a continuation, which would take in the instruction after it']);
    expect(print('RUN a\r\nRUN b').faults).toEqual(['"RUN a\\r\\nRUN b" has a carriage return, which a Dockerfile cannot carry']);
  });
});

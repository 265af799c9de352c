import { expect, it } from 'vitest';
import { repeatedInstruction } from '../../../src/rules/lint/repeated-instruction.js';
import { findings } from '../../support/lint.js';

it('reports what is overruled, in each stage', () => {
  const raw = ['CMD ["flood"]\nHEALTHCHECK NONE\nHEALTHCHECK CMD ebb', 'FROM debian:bookworm-slim\nENTRYPOINT ["a"]\nENTRYPOINT ["b"]'];
  expect(findings(repeatedInstruction, { cmd: ['ebb'], raw })).toEqual([
    'cmd: this CMD is overruled by another one after it',
    'raw[0]: this HEALTHCHECK is overruled by another one after it',
    'raw[1]: this ENTRYPOINT is overruled by another one after it',
  ]);
});

it('accepts one in each stage', () => {
  expect(findings(repeatedInstruction, { cmd: ['ebb'], raw: ['FROM debian:bookworm-slim\nCMD ["ebb"]'] })).toEqual([]);
});

import { expect, it } from 'vitest';
import { emptyLineInInstruction } from '../../../src/rules/lint/empty-line-in-instruction.js';
import { raw } from '../../../src/spec/steps.js';
import { findings } from '../../support/lint.js';

it('reports an empty line behind a continuation', () => {
  expect(findings(emptyLineInInstruction, { steps: [raw('RUN ebb \\\n\n  flood\nENV A=1 \\\n  B=2')] })).toEqual([
    'steps[0]: there is an empty line within RUN, which goes on after it',
  ]);
});

it('accepts comments there, empty lines between instructions, and those of a heredoc', () => {
  expect(findings(emptyLineInInstruction, { steps: [raw('RUN ebb \\\n# low\n  flood\n\nRUN <<EOF\nebb\n\nflood\nEOF')] })).toEqual([]);
});

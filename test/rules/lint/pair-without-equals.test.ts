import { expect, it } from 'vitest';
import { pairWithoutEquals } from '../../../src/rules/lint/pair-without-equals.js';
import { raw } from '../../../src/spec/steps.js';
import { findings } from '../../support/lint.js';

it('reports ENV and LABEL without "=", behind ONBUILD as well', () => {
  expect(findings(pairWithoutEquals, { steps: [raw('ENV TIDE low water'), raw('label tide ebb'), raw('ONBUILD ENV TIDE low')] })).toEqual([
    'steps[0]: "TIDE" of ENV has no "=" behind it',
    'steps[1]: "tide" of LABEL has no "=" behind it',
    'steps[2]: "TIDE" of ENV has no "=" behind it',
  ]);
});

it('accepts pairs, and ARG without a value', () => {
  expect(findings(pairWithoutEquals, { steps: [raw('ENV A=1 B="2 3"'), raw('ARG TIDE'), raw('LABEL "a b"=c')] })).toEqual([]);
});

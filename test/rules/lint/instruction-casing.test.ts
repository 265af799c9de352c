import { expect, it } from 'vitest';
import { instructionCasing } from '../../../src/rules/lint/instruction-casing.js';
import { raw } from '../../../src/spec/steps.js';
import { findings, fixes } from '../../support/lint.js';

it('reports keywords that are not in capitals, AS among them', () => {
  expect(
    findings(instructionCasing, { steps: [raw('run true\nRun true\nRUN true\n# from here')], raw: ['FROM debian:bookworm-slim as tides'] }),
  ).toEqual(['steps[0]: "run" is not in capitals', 'steps[0]: "Run" is not in capitals', 'raw[0]: "as" is not in capitals']);
});

it('writes them so', () => {
  const edit = { kind: 'replace', path: ['raw', 0], text: 'stopsignal ', by: 'STOPSIGNAL ' };
  expect(fixes(instructionCasing, { raw: ['stopsignal SIGINT'] })).toEqual([{ title: 'write STOPSIGNAL', edits: [edit] }]);
});

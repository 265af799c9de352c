import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { Ajv } from 'ajv';
import { describe, expect, it } from 'vitest';
import type { Fault } from '../../../src/cli/fault.js';
import { sarifReport } from '../../../src/cli/lint/sarif-report.js';

/** The schema of the format, of draft 4, of which it uses nothing that draft 7 has otherwise but the name of `id`. */
function schema(): object {
  const file = createRequire(import.meta.url).resolve('@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json');
  const { $schema: _draft, id: _id, ...rest } = JSON.parse(readFileSync(file, 'utf8')) as Record<string, unknown>;
  return rest;
}

const formats = {
  'uri-reference': (text: string) => /^[\w!$%&'()*+,./:;=?@~-]*$/.test(text),
  uri: (text: string) => URL.canParse(text),
  'date-time': (text: string) => !Number.isNaN(Date.parse(text)),
};
const validate = new Ajv({ strict: false, unicodeRegExp: false, formats }).compile(schema());

const file = join(process.cwd(), 'my tides/größe #1.ts');
const place = { file, line: 5, column: 9, endLine: 5, endColumn: 16 };
const sudo: Fault = { code: 'sudo', severity: 'warning', subject: 'run[0]', message: '"sudo make" calls sudo', hint: 'leave it out', place };
const unplaced: Fault = { code: 'ebb-tide', message: 'no place' };
const comment = { names: ['copied-secret'], reason: 'it is public', line: 7, column: 1, endColumn: 9, about: 7, file };
const secret: Fault = { code: 'copied-secret', severity: 'error', message: 'a key', place: { ...place, line: 7, endLine: 7 } };

interface Log {
  readonly runs: readonly [
    {
      readonly tool: { readonly driver: { readonly rules: readonly { readonly id: string }[] } };
      readonly results: readonly Readonly<Record<string, unknown>>[];
    },
  ];
}

const report = (faults: readonly Fault[]) => JSON.parse(sarifReport({ faults, ignored: [{ fault: secret, comment }], file })) as Log;
const fingerprints = (faults: readonly Fault[]) =>
  report(faults).runs[0].results.map(({ partialFingerprints }) => JSON.stringify(partialFingerprints));

describe('SARIF', () => {
  it.each([
    ['of findings', [sudo, unplaced]],
    ['of none', []],
  ])('is valid by its schema: %s', (_, faults) => {
    validate(report(faults));
    expect(validate.errors).toBe(null);
  });

  it('is not valid by that schema where it is wrong', () => {
    expect(validate({ version: '2.1.0', runs: [{ tool: { driver: {} } }] })).toBe(false);
  });

  it('has the rules that found something, with what they are for', () => {
    const { rules } = report([sudo, unplaced]).runs[0].tool.driver;
    expect(rules.map(({ id }) => id)).toEqual(['copied-secret', 'ebb-tide', 'sudo']);
    expect(rules[1]).toEqual({ id: 'ebb-tide' });
    expect(rules[2]).toMatchObject({
      name: 'sudo',
      shortDescription: { text: 'No script calls sudo.' },
      defaultConfiguration: { level: 'warning' },
      properties: { tags: ['DL3004'] },
    });
  });

  it('has each finding with its place, relative to the working directory, and what is ignored with its reason', () => {
    const [first, second, third] = report([sudo, unplaced]).runs[0].results;
    const artifactLocation = { uri: 'my%20tides/gr%C3%B6%C3%9Fe%20%231.ts', uriBaseId: 'SRCROOT' };
    expect(first).toEqual({
      ruleId: 'sudo',
      ruleIndex: 2,
      level: 'warning',
      message: { text: 'run[0]: "sudo make" calls sudo\nhint: leave it out' },
      locations: [{ physicalLocation: { artifactLocation, region: { startLine: 5, startColumn: 9, endLine: 5, endColumn: 16 } } }],
      partialFingerprints: { 'imagewrightFinding/v1': expect.stringMatching(/^[0-9a-f]{64}$/) as string },
      suppressions: [],
    });
    expect(second).toMatchObject({ ruleId: 'ebb-tide', level: 'error', locations: [{ physicalLocation: { artifactLocation } }] });
    expect(third).toMatchObject({ ruleId: 'copied-secret', ruleIndex: 0, suppressions: [{ kind: 'inSource', justification: 'it is public' }] });
  });

  it('has fingerprints that lines above do not change, and that tell two findings of one text apart', () => {
    const moved = { ...sudo, place: { ...place, line: 50, endLine: 50 } };
    expect(fingerprints([moved])).toEqual(fingerprints([sudo]));
    expect(new Set(fingerprints([sudo, moved])).size).toBe(3);
  });
});

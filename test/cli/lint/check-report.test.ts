import { describe, expect, it } from 'vitest';
import type { CompiledImage } from '../../../src/cli/compiled-image.js';
import { checkedDiagnostics, readReport } from '../../../src/cli/lint/check-report.js';
import { engineCode } from '../../../src/cli/lint/engine-codes.js';
import type { Diagnostic } from '../../../src/diagnostics.js';
import { originText } from '../../../src/origin.js';
import { compile } from '../../../src/pipeline.js';
import type { ImageDefinition } from '../../../src/spec/types.js';

const definition = {
  base: 'debian:bookworm-slim',
  env: { SEA: 'north', TIDE: 'high' },
  steps: [{ kind: 'raw', text: 'MAINTAINER someone' }],
  cmd: 'ebb',
} as const;

function diagnosed(report: object, ours: readonly Diagnostic[] = [], more: object = {}): readonly string[] {
  const compiled = compile({ ...definition, ...more } as ImageDefinition) as CompiledImage;
  const image = { name: 'tides', path: [], compiled, dockerfile: '/tides/Dockerfile' };
  const lines = compiled.dockerfile.split('\n');
  const text = JSON.stringify(report, (_, value: unknown) =>
    typeof value === 'string' && value.startsWith('@') ? lineOf(lines, value.slice(1)) : value,
  );
  return checkedDiagnostics(readReport(text)!, image, ours).map(
    ({ code, severity, origin, message, hint }) => `${severity} ${originText(origin)}: ${message} (${code}) | ${hint}`,
  );
}

function lineOf(lines: readonly string[], start: string): number {
  return lines.findIndex((line) => line.startsWith(start)) + 1;
}

const at = (...starts: readonly string[]) => ({ ranges: starts.map((start) => ({ start: { line: start }, end: { line: start } })) });
const url = 'https://docs.docker.com/go/dockerfile/rule/maintainer-deprecated/';

describe('what docker build --check finds', () => {
  it('is told where the definition says the line', () => {
    const warning = { ruleName: 'MaintainerDeprecated', description: 'use a label', url, detail: 'it is deprecated', location: at('@MAINTAINER') };
    expect(diagnosed({ warnings: [warning] }, [], { lint: { 'copied-secret': 'off' } }).map((line) => line.replace(/ \(.*/, ''))).toEqual([
      'warning steps[0]: it is deprecated',
    ]);
  });

  it('is told of the variable that it names, among several of one instruction', () => {
    const detail = 'Do not use ARG or ENV instructions for sensitive data (ENV "TIDE")';
    const warning = { ruleName: 'SecretsUsedInArgOrEnv', description: 'secrets', detail, location: at('@ENV', '@    TIDE') };
    expect(diagnosed({ warnings: [warning] })).toEqual([
      `warning env.TIDE: ${detail} (secrets-used-in-arg-or-env) | dockerfile: { checks: { skip: ['SecretsUsedInArgOrEnv'] } } leaves the check out`,
    ]);
  });

  it('is not told where a rule has found it there, or would, were it not off', () => {
    const warning = { ruleName: 'MaintainerDeprecated', description: 'use a label', location: at('@MAINTAINER') };
    const ours = (path: readonly (string | number)[]): Diagnostic => ({ code: 'maintainer', severity: 'warning', origin: { path }, message: 'old' });
    expect(diagnosed({ warnings: [warning] }, [ours(['steps', 0, 'text'])])).toEqual([]);
    expect(diagnosed({ warnings: [warning] }, [], { lint: { maintainer: 'off' } })).toEqual([]);
    expect(diagnosed({ warnings: [warning] }, [ours(['steps', 1])])).toHaveLength(1);
  });

  it('is told of the definition where nobody asked for the line', () => {
    expect(diagnosed({ warnings: [{ ruleName: 'Tides', description: 'high' }] })).toEqual([
      "warning : high (tides) | dockerfile: { checks: { skip: ['Tides'] } } leaves the check out",
    ]);
  });

  it('is an error where it is one of the build', () => {
    const hint = 'a base that is not here is asked for at its registry; one of this project is to be built first';
    expect(diagnosed({ warnings: null, buildError: { message: 'no such host', location: at('@FROM') } })).toEqual([
      `error base: no such host (build-error) | ${hint}`,
    ]);
    expect(diagnosed({ warnings: [], buildError: { message: 'lint violation found for rules: X', location: {} } })).toEqual([]);
  });

  it.each(['ERROR: no', '[]', '{}', ''])('is no report where the engine says something else: %s', (text) => {
    expect(readReport(text)).toBe(undefined);
  });
});

it.each([
  ['JSONArgsRecommended', 'json-args-recommended'],
  ['StageNameCasing', 'stage-name-casing'],
  ['SecretsUsedInArgOrEnv', 'secrets-used-in-arg-or-env'],
  ['ExposeInvalidFormat', 'expose-invalid-format'],
  ['UndefinedArgInFrom', 'undefined-arg-in-from'],
])('%s is called as its page is: %s', (check, code) => {
  expect(engineCode(check)).toBe(code);
});

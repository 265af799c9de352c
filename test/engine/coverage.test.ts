/**
 * Every row of the tables of the Dockerfile language, written and read back by the engine: each definition gives exactly its lines, and the image, or what the
 * engine says, shows that they were read so. docs/coverage.md is made of the same cases.
 */

import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { describeEngine, docker, engineVersion } from '../support/engine.js';
import { instructionCases, type InstructionCase } from '../support/instruction-cases.js';
import { caseEnvironment, compileCase, startInstructionContext, type InstructionContext } from '../support/instruction-context.js';

/** Of this run alone: another may go on beside it. */
const IMAGE = `coverage-test:${process.pid}`;

function compiled(each: InstructionCase) {
  const result = compileCase(each);
  if (!result.ok) throw new Error(result.diagnostics.map(({ message }) => message).join('\n'));
  return result;
}

/** Lines in their order, whatever stands between. */
function missing(dockerfile: string, emitted: string): readonly string[] {
  const lines = dockerfile.split('\n');
  let from = 0;
  return emitted.split('\n').filter((line) => {
    const index = lines.indexOf(line, from);
    if (index >= 0) from = index + 1;
    return index < 0;
  });
}

it('has each row once', () => {
  const rows = instructionCases.map(({ row }) => row);
  expect(rows.filter((row, index) => rows.indexOf(row) !== index)).toEqual([]);
});

describe('each row becomes its lines', () => {
  it.each(instructionCases.map((each) => [each.row, each] as const))('%s', (_, each) => {
    expect(missing(compiled(each).dockerfile, each.emitted)).toEqual([]);
  });
});

describeEngine('the engine reads each row back', () => {
  let context: InstructionContext;
  let digest: string;

  beforeAll(async () => {
    context = await startInstructionContext();
    digest = docker(['image', 'inspect', '--format', '{{index .RepoDigests 0}}', 'debian:bookworm-slim']).trim().replace(/.*@/, '');
  });

  afterAll(() => {
    context.stop();
    docker(['image', 'rm', '--force', IMAGE]);
  });

  function build(each: InstructionCase, more: readonly string[]): string {
    const file = context.write('Probe', compiled(each), digest);
    return docker(['build', '--quiet', '--file', file, ...context.options(each.options), ...more, context.folder], { env: caseEnvironment });
  }

  /** The base is not to be had here: another stands in for it. */
  function check(each: InstructionCase): string {
    const result = compiled(each);
    const [, image = ''] = /^FROM (\S+)$/m.exec(result.dockerfile) ?? [];
    const file = context.write('Probe', result, digest);
    return docker(['build', '--check', '--file', file, '--build-context', `${image}=docker-image://debian:bookworm-slim`, context.folder]);
  }

  it.each(instructionCases.map((each) => [each.row, each] as const))('%s', (_, each) => {
    const { shown } = each;
    if ('check' in shown) return expect(check(each)).toContain('no warnings found');
    if ('refused' in shown && (shown.labs || isOlderThanFlag())) return expect(() => build(each, [])).toThrow(shown.refused);
    build(each, ['--tag', IMAGE]);
    if ('refused' in shown) return undefined;
    if ('script' in shown) return expect(docker(['run', '--rm', '--entrypoint', '/bin/sh', IMAGE, '-c', shown.script])).toBe(shown.prints);
    const [{ Config }] = JSON.parse(docker(['image', 'inspect', IMAGE])) as [{ Config: Record<string, unknown> }];
    const asked = Object.keys(shown.config);
    return expect(Object.fromEntries(asked.map((key) => [key, Config[key] ?? null]))).toEqual(shown.config);
  });
});

/** 29 brings the frontend 1.20, in which `--parents` and `--security` are stable. */
function isOlderThanFlag(): boolean {
  return Number.parseInt(engineVersion ?? '0', 10) < 29;
}

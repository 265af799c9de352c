import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createReport } from '../src/diagnostics.js';
import type { Instruction } from '../src/ir/instruction.js';
import type { Program } from '../src/ir/program.js';
import { applyPasses, passes } from '../src/passes/index.js';
import type { LayerPolicy } from '../src/layer-policy.js';
import type { Pass } from '../src/passes/pass.js';
import { printDockerfile } from '../src/print/dockerfile.js';
import type { ImageDefinition } from '../src/spec/types.js';
import { arbitraryProgram } from './support/arbitrary-program.js';
import { changedMeaning } from './support/meaning.js';
import { examples, repository } from './support/project.js';

const policies: readonly LayerPolicy[] = ['cache', 'fewest', 'as-written'];
const order: readonly Pass[] = Object.values(passes);

/** A program as each pass meets it: as lowered, and as the passes before it leave it. */
function metBy(pass: Pass, program: Program): readonly Program[] {
  const earlier = order.slice(0, order.indexOf(pass));
  const left = pass.policies.map((policy) => earlier.filter((each) => each.policies.includes(policy)).reduce((it, each) => each.apply(it), program));
  return [program, ...left];
}

function deepFrozen<T>(value: T): T {
  if (typeof value !== 'object' || value === null || Object.isFrozen(value)) return value;
  Object.values(value).forEach(deepFrozen);
  return Object.freeze(value);
}

function originsIn(value: unknown): ReadonlySet<string> {
  const found = new Set<string>();
  const visit = (item: unknown) => {
    if (typeof item !== 'object' || item === null) return;
    if ('path' in item && Array.isArray(item.path) && !('kind' in item)) found.add(JSON.stringify(item));
    else Object.values(item).forEach(visit);
  };
  visit(value);
  return found;
}

function stagesMeantBy(instruction: Instruction): readonly string[] {
  if (instruction.kind === 'from') return instruction.stage === undefined ? [] : [instruction.stage];
  return instruction.kind === 'copy' && instruction.from !== undefined && 'stage' in instruction.from ? [instruction.from.stage] : [];
}

function danglingStages({ stages }: Program): readonly string[] {
  return stages.flatMap(({ instructions }, index) => {
    const known = stages.slice(0, index).map(({ name }) => name);
    return instructions.flatMap(stagesMeantBy).filter((name) => !known.includes(name));
  });
}

/** write-installs turns requests into commands, whose text is held by the test of install-run; all else, and every configuration, must be as before. */
function withoutCommands(program: Program): Program {
  const isCommand = ({ kind }: Instruction) => kind === 'run' || kind === 'install';
  return { ...program, stages: program.stages.map((stage) => ({ ...stage, instructions: stage.instructions.filter((it) => !isCommand(it)) })) };
}

function expectSameMeaning(before: Program, after: Program): void {
  expect(changedMeaning(before, after)).toEqual([]);
}

function expectLaws(pass: Pass, program: Program): void {
  const input = deepFrozen(program);
  const output = deepFrozen(pass.apply(input));
  expect(pass.apply(output)).toBe(output);
  if (fc.stringify(output) === fc.stringify(input)) expect(output).toBe(input);
  expect([...originsIn(output)].sort()).toEqual([...originsIn(input)].sort());
  expect(danglingStages(output)).toEqual([]);
  if (pass === passes.writeInstalls) expectSameMeaning(withoutCommands(input), withoutCommands(output));
  else expectSameMeaning(input, output);
}

async function loweredExample(name: string): Promise<readonly Program[]> {
  const { loadDefinitions } = await import('../src/load/load.js');
  const { lower } = await import('../src/lower/lower.js');
  const { resolve } = await import('../src/spec/resolve.js');
  const { definitions } = await loadDefinitions(`${repository}examples/${name}/image.ts`, { env: {}, mode: 'build', args: [] } as never);
  return definitions.map(({ definition }) => {
    const report = createReport();
    const program = lower(resolve(definition as ImageDefinition, { dir: name }, report)!, report);
    expect(report.diagnostics).toEqual([]);
    return program!;
  });
}

describe.each(order)('$name', (pass) => {
  it('holds the laws of a pass on programs at random', () => {
    fc.assert(
      fc.property(arbitraryProgram, (program) => metBy(pass, program).forEach((met) => expectLaws(pass, met))),
      { numRuns: 250 },
    );
  });

  it.each(examples)('holds them on %s', async (name) => {
    for (const program of await loweredExample(name)) metBy(pass, program).forEach((met) => expectLaws(pass, met));
  });
});

describe.each(policies)('all passes for %s', (policy) => {
  const chosen = order.filter((pass) => pass.policies.includes(policy));
  const text = (program: Program) => printDockerfile(program, { comments: true }, createReport()).text;

  it('leave what they made alone', () => {
    fc.assert(
      fc.property(arbitraryProgram, (program) => {
        const output = applyPasses(program, policy);
        expect(applyPasses(output, policy)).toBe(output);
      }),
    );
  });

  it('do not care whether every node was rebuilt before them', () => {
    fc.assert(
      fc.property(arbitraryProgram, (program) => {
        const rebuilt = chosen.reduce((it, pass) => structuredClone(pass.apply(structuredClone(it))), program);
        expect(rebuilt).toEqual(applyPasses(program, policy));
        expect(text(rebuilt)).toBe(text(applyPasses(program, policy)));
      }),
    );
  });

  it('leave no install', () => {
    fc.assert(
      fc.property(arbitraryProgram, (program) => {
        expect(applyPasses(program, policy).stages.flatMap(({ instructions }) => instructions.filter(({ kind }) => kind === 'install'))).toEqual([]);
      }),
    );
  });
});

describe('all passes for as-written', () => {
  it('keep one instruction for each', () => {
    fc.assert(
      fc.property(arbitraryProgram, (program) => {
        const kinds = (it: Program) => it.stages.map(({ instructions }) => instructions.map(({ kind }) => (kind === 'install' ? 'run' : kind)));
        expect(kinds(applyPasses(program, 'as-written'))).toEqual(kinds(program));
      }),
    );
  });
});

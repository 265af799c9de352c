/**
 * The proof of the passes without an engine: definitions at random, as they are written and as each policy has them, do the same. `npm run prove` takes 10,000 of them.
 */

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createReport } from '../src/diagnostics.js';
import type { Program } from '../src/ir/program.js';
import { lower } from '../src/lower/lower.js';
import { passes } from '../src/passes/index.js';
import type { Pass } from '../src/passes/pass.js';
import { resolve } from '../src/spec/resolve.js';
import type { ImageDefinition } from '../src/spec/types.js';
import { arbitraryDefinition, arbitraryDefinitionWithPackages } from './support/arbitrary-definition.js';
import { changedMeaning } from './support/meaning.js';

const count = process.env['IMAGEWRIGHT_PROVE'] === 'all' ? 10_000 : 500;
const policies = ['cache', 'fewest'] as const;

/**
 * What `lower/` puts in that order by itself, so that only test/laws.test.ts has programs in another; what is left to clean up where all have caches; and what works for other
 * builders alone: test/engine/targets.test.ts.
 */
const UNREACHED = ['manifests-before-sources', 'gather-installs', 'metadata-last', 'clean-up', 'fit-target'];

/** Of paths that the definitions copy. */
const changes = { scripts: 0.6, texts: 0.02, 'README.md': 0.6, 'texts/ebb.txt': 0.02 };

function lowered(definition: ImageDefinition): Program {
  const report = createReport();
  const program = lower(resolve(definition, {}, report)!, report);
  expect(report.diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
  return program;
}

/** Each with the program that it makes of what those before it have made. */
function made(program: Program, chosen: readonly Pass[]): readonly { readonly pass: Pass; readonly before: Program; readonly after: Program }[] {
  let before = program;
  return chosen.map((pass) => {
    const step = { pass, before, after: pass.apply(before) };
    before = step.after;
    return step;
  });
}

/** Stages that no other uses. Those of the definition may be built by name; those that the compiler adds are there to be used. */
function unreached({ stages }: Program): readonly string[] {
  const used = stages.flatMap(({ instructions }) => instructions).map((each) => JSON.stringify(each));
  return stages.flatMap(({ name }) => (name === undefined || used.some((text) => text.includes(`"stage":"${name}"`)) ? [] : [name]));
}

describe.each(policies)('layers: "%s"', (policy) => {
  const ofPolicy = Object.values<Pass>(passes).filter((pass) => pass.policies.includes(policy));
  // What an install becomes is no longer a request: test/ir/install-run.test.ts holds its text.
  const withInstalls = ofPolicy.filter((pass) => pass !== passes.writeInstalls);

  it(`makes what ${count} definitions say`, () => {
    fc.assert(
      fc.property(arbitraryDefinition, (definition) => {
        const program = lowered(definition);
        expect(changedMeaning(program, made(program, ofPolicy).at(-1)!.after)).toEqual([]);
      }),
      { numRuns: count },
    );
  }, 600_000);

  it(`makes what ${count} definitions say that install packages, and no stage that nothing uses`, () => {
    fc.assert(
      fc.property(arbitraryDefinitionWithPackages, (definition) => {
        const program = { ...lowered(definition), changes };
        const { after } = made(program, withInstalls).at(-1)!;
        expect(changedMeaning(program, after)).toEqual([]);
        expect(unreached(after).filter((name) => !Object.keys(definition.stages ?? {}).includes(name))).toEqual([]);
      }),
      { numRuns: count },
    );
  }, 600_000);

  it('is proven of every pass: each changes some of them', () => {
    const definitions = fc.sample(arbitraryDefinitionWithPackages, { numRuns: 300, seed: 4 });
    const changed = definitions.flatMap((definition) =>
      made({ ...lowered(definition), changes }, ofPolicy).flatMap(({ pass, before, after }) => (after === before ? [] : [pass.name])),
    );
    expect(ofPolicy.map(({ name }) => name).filter((name) => !changed.includes(name))).toEqual(
      UNREACHED.filter((name) => name !== 'clean-up' || policy === 'cache'),
    );
  });
});

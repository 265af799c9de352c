/**
 * The proof of the passes without an engine: definitions at random, as they are written and as each policy has them, do the same. `npm run prove` takes 10,000 of them.
 */

import fc from 'fast-check';
import { expect, it } from 'vitest';
import { createReport } from '../src/diagnostics.js';
import { lower } from '../src/lower/lower.js';
import { applyPasses } from '../src/passes/index.js';
import { resolve } from '../src/spec/resolve.js';
import { arbitraryDefinition } from './support/arbitrary-definition.js';
import { changedMeaning } from './support/meaning.js';

const count = process.env['IMAGEWRIGHT_PROVE'] === 'all' ? 10_000 : 500;

it.each(['cache', 'fewest'] as const)(
  `${count} definitions do what they say with layers: "%s"`,
  (policy) => {
    const changed = new Set<string>();
    fc.assert(
      fc.property(arbitraryDefinition, (definition) => {
        const report = createReport();
        const program = lower(resolve(definition, {}, report)!, report);
        expect(report.diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
        const made = applyPasses(program, policy);
        expect(changedMeaning(program, made)).toEqual([]);
        if (made !== program) changed.add(policy);
      }),
      { numRuns: count },
    );
    expect([...changed]).toEqual([policy]);
  },
  600_000,
);

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createReport } from '../../src/diagnostics.js';
import { bind } from '../../src/spec/mounts.js';
import { layersOf } from '../../src/spec/layers.js';
import { stageOrder } from '../../src/spec/stage-order.js';
import { stageParts } from '../../src/spec/stage-parts.js';
import { copy, run } from '../../src/spec/steps.js';
import type { ImageDefinition, Stage } from '../../src/spec/types.js';

function ordered(definition: ImageDefinition) {
  const report = createReport();
  const order = stageOrder(stageParts(layersOf(definition)), report)?.map(({ name }) => name);
  return { order, diagnostics: report.diagnostics };
}

const base = 'debian:12';

test('stages that do not wait keep the order in which they were written; the final one is last', () => {
  expect(ordered({ base, stages: { b: { base }, a: { base }, c: { base } } })).toEqual({ order: ['b', 'a', 'c', undefined], diagnostics: [] });
});

test('a stage comes after those that it builds on, copies from and mounts', () => {
  const stages: Record<string, Stage> = {
    last: { base, run: [{ script: 'make', mounts: [bind('/x', { stage: 'fourth' })] }] },
    fourth: { base, steps: [run('make', { mounts: [bind('/x', { stage: 'third' })] })] },
    third: { base, steps: [copy('/x', '/y', { stage: 'second' })] },
    second: { base, copy: [{ from: '/x', to: '/y', stage: 'first' }] },
    first: { base: { stage: 'zero' } },
    zero: { base },
  };
  expect(ordered({ base: { stage: 'last' }, stages })).toEqual({
    order: ['zero', 'first', 'second', 'third', 'fourth', 'last', undefined],
    diagnostics: [],
  });
});

describe('cycles', () => {
  const hint = 'let one of them start from an image, or move what they share to a stage of its own';

  test('of two stages, named from the one that was written first', () => {
    expect(ordered({ base, stages: { a: { base: { stage: 'b' } }, b: { base: { stage: 'a' } } } })).toEqual({
      order: undefined,
      diagnostics: [
        {
          code: 'stage-cycle',
          severity: 'error',
          origin: { path: ['stages', 'a', 'base', 'stage'] },
          message: 'stages wait for each other: a -> b -> a',
          hint,
        },
      ],
    });
  });

  test('of a stage with itself', () => {
    expect(ordered({ base, stages: { a: { base, copy: [{ from: '/x', to: '/y', stage: 'a' }] } } })).toEqual({
      order: undefined,
      diagnostics: [
        {
          code: 'stage-cycle',
          severity: 'error',
          origin: { path: ['stages', 'a', 'copy', 0, 'stage'] },
          message: 'stage "a" builds on itself',
          hint,
        },
      ],
    });
  });

  test('two of them are both told, and a stage that only waits for one is not part of it', () => {
    const stages: Record<string, Stage> = {
      outside: { base: { stage: 'b' } },
      a: { base: { stage: 'b' } },
      b: { base: { stage: 'c' } },
      c: { base: { stage: 'a' } },
      d: { base: { stage: 'e' } },
      e: { base: { stage: 'd' } },
    };
    expect(ordered({ base, stages }).diagnostics.map(({ message }) => message)).toEqual([
      'stages wait for each other: a -> b -> c -> a',
      'stages wait for each other: d -> e -> d',
    ]);
  });
});

test('every reference to a stage that does not exist is told, with what it may have meant', () => {
  const definition: ImageDefinition = {
    base: { stage: 'biuld' },
    copy: [{ from: '/x', to: '/y', stage: 'other' }],
    stages: { build: { base }, docs: { base } },
  };
  expect(ordered(definition)).toEqual({
    order: undefined,
    diagnostics: [
      {
        code: 'unknown-stage',
        severity: 'error',
        origin: { path: ['base', 'stage'] },
        message: 'there is no stage "biuld"',
        hint: 'did you mean "build"?',
      },
      {
        code: 'unknown-stage',
        severity: 'error',
        origin: { path: ['copy', 0, 'stage'] },
        message: 'there is no stage "other"',
        hint: 'the stages are "build", "docs"',
      },
    ],
  });
  expect(ordered({ base: { stage: 'build' } }).diagnostics[0]?.hint).toBe('declare it under "stages"');
});

test('whatever stages wait for, each comes after what it waits for', () => {
  const graphs = fc.array(fc.array(fc.nat({ max: 7 }), { maxLength: 3 }), { minLength: 1, maxLength: 8 });
  fc.assert(
    fc.property(graphs, fc.integer(), (graph, seed) => {
      // Stage i waits only for later ones, so there is no cycle, whatever the order in which they are written.
      const waits = graph.map((targets, index) => targets.filter((target) => target > index && target < graph.length));
      const names = graph.map((_, index) => index).sort((one, other) => ((one * 31 + seed) % 7) - ((other * 31 + seed) % 7));
      const stages = Object.fromEntries(
        names.map((index) => [`s${index}`, { base, copy: (waits[index] ?? []).map((target) => ({ from: '/x', to: '/y', stage: `s${target}` })) }]),
      );
      const order = ordered({ base, stages }).order ?? [];
      expect(order.length).toBe(graph.length + 1);
      const late = waits.flatMap((targets, index) => targets.filter((target) => order.indexOf(`s${target}`) > order.indexOf(`s${index}`)));
      expect(late).toEqual([]);
    }),
  );
});

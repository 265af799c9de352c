/**
 * Puts stages into build order: each after the stages that it builds on or takes files from, otherwise as they were written; the final one last.
 *
 * Reports `unknown-stage` and `stage-cycle`; then there is no order, and undefined goes out.
 */

import type { Report } from '../diagnostics.js';
import type { Located } from '../origin.js';
import { didYouMean } from './did-you-mean.js';
import type { StageParts } from './stage-parts.js';
import { stageReferences } from './stage-references.js';

interface Node {
  readonly stage: StageParts;
  readonly references: readonly Located<string>[];
}

export function stageOrder(stages: readonly StageParts[], report: Report): readonly StageParts[] | undefined {
  const nodes = stages.map((stage) => ({ stage, references: stageReferences(stage.parts) }));
  const known = stages.flatMap(({ name }) => (name === undefined ? [] : [name]));
  const unknown = nodes.flatMap(({ references }) => references.filter(({ value }) => !known.includes(value)));
  for (const reference of unknown) reportUnknownStage(reference, known, report);
  if (unknown.length > 0) return undefined;
  return order(nodes, report);
}

export function reportUnknownStage({ value, origin }: Located<string>, known: readonly string[], report: Report): void {
  const hint =
    didYouMean(value, known) ?? (known.length === 0 ? 'declare it under "stages"' : `the stages are ${known.map((name) => `"${name}"`).join(', ')}`);
  report.error('unknown-stage', origin, { message: `there is no stage "${value}"`, hint });
}

/** Again and again the first stage that waits for none of the others. */
function order(nodes: readonly Node[], report: Report): readonly StageParts[] | undefined {
  const waiting = [...nodes];
  const done: StageParts[] = [];
  while (waiting.length > 0) {
    const names = new Set(waiting.map(({ stage }) => stage.name));
    const index = waiting.findIndex(
      ({ references, stage }) => references.every(({ value }) => !names.has(value)) && (stage.name !== undefined || waiting.length === 1),
    );
    const [next] = index < 0 ? [] : waiting.splice(index, 1);
    if (next === undefined) return reportCycles(waiting, report);
    done.push(next.stage);
  }
  return done;
}

/** Follows each stage to the first one that it waits for until a stage comes back; each cycle is told once, from the stage that was written first. */
function reportCycles(waiting: readonly Node[], report: Report): undefined {
  const byName = new Map(waiting.map((node) => [node.stage.name, node]));
  const told = new Set<string>();
  for (const start of waiting) {
    const trail: string[] = [];
    let reference = start.references.find(({ value }) => byName.has(value));
    while (reference !== undefined && !trail.includes(reference.value)) {
      trail.push(reference.value);
      reference = byName.get(reference.value)?.references.find(({ value }) => byName.has(value));
    }
    if (reference === undefined) continue;
    const cycle = trail.slice(trail.indexOf(reference.value));
    if (cycle.some((name) => told.has(name))) continue;
    for (const name of cycle) told.add(name);
    reportCycle(rotate(cycle, waiting), byName, report);
  }
  return undefined;
}

function rotate(cycle: readonly string[], waiting: readonly Node[]): readonly string[] {
  const first = waiting.find(({ stage }) => stage.name !== undefined && cycle.includes(stage.name))?.stage.name ?? '';
  const start = cycle.indexOf(first);
  return [...cycle.slice(start), ...cycle.slice(0, start)];
}

function reportCycle(cycle: readonly string[], byName: ReadonlyMap<string | undefined, Node>, report: Report): void {
  const [first = '', second = first] = cycle;
  const reference = byName.get(first)?.references.find(({ value }) => value === second);
  const message = cycle.length === 1 ? `stage "${first}" builds on itself` : `stages wait for each other: ${[...cycle, first].join(' -> ')}`;
  report.error('stage-cycle', reference?.origin ?? { path: ['stages', first] }, {
    message,
    hint: `let one of them start from an image, or move what they share to a stage of its own`,
  });
}

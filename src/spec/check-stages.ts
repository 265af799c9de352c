/**
 * Checks what only the whole definition shows: every stage has a base, references name stages that exist, no stage waits for itself, the target exists.
 *
 * Comes in: the layers, without what was wrong in them. Goes out: the stages in build order, or undefined when there is none.
 */

import type { Report } from '../diagnostics.js';
import { childOrigin } from '../origin.js';
import type { Layer } from './layers.js';
import { lastSaid } from './said.js';
import { reportUnknownStage, stageOrder } from './stage-order.js';
import { stageOrigin, stageParts, type StageParts } from './stage-parts.js';

export function checkStages(layers: readonly Layer[], report: Report): readonly StageParts[] | undefined {
  const stages = stageParts(layers);
  for (const stage of stages) checkBase(stage, report);
  checkTarget(layers, stages, report);
  return stageOrder(stages, report);
}

function checkBase(stage: StageParts, report: Report): void {
  if (lastSaid(stage.parts, 'base') !== undefined) return;
  const origin = stageOrigin(stage);
  const stageFault = report.diagnostics.some(
    ({ origin: { path } }) => JSON.stringify(path.slice(0, -1)) === JSON.stringify(origin.path) && path.at(-1) === 'base',
  );
  if (stageFault) return;
  const thing = stage.name === undefined ? 'the image' : `stage "${stage.name}"`;
  report.error('missing-base', childOrigin(origin), {
    message: `${thing} has no base`,
    hint: "say what it starts from: base: 'debian:bookworm-slim'",
  });
}

function checkTarget(layers: readonly Layer[], stages: readonly StageParts[], report: Report): void {
  const target = lastSaid(layers, 'target');
  const names = stages.flatMap(({ name }) => (name === undefined ? [] : [name]));
  if (target !== undefined && !names.includes(target.value)) reportUnknownStage(target, names, report);
}

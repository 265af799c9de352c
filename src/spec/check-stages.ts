/**
 * Checks what only the whole definition shows: every stage has a base, references name stages that exist, no stage waits for itself, the target exists.
 *
 * Comes in: the layers, without what was wrong in them. Goes out: the stages in build order, or undefined when there is none.
 */

import type { Diagnostic, Report } from '../diagnostics.js';
import type { OriginPath } from '../origin.js';
import { variablesOf } from '../text.js';
import { checkContexts } from './check-contexts.js';
import { didYouMean } from './did-you-mean.js';
import type { Layer } from './layers.js';
import { entries, lastSaid, said } from './said.js';
import { reportUnknownStage, stageOrder } from './stage-order.js';
import { stageOrigin, stageParts, type StageParts } from './stage-parts.js';
import type { Argument, Expansion } from './types.js';
import { valueText } from './value-text.js';

export function checkStages(layers: readonly Layer[], report: Report): readonly StageParts[] | undefined {
  const stages = stageParts(layers);
  const names = stages.flatMap(({ name }) => (name === undefined ? [] : [name]));
  const globals = stages.flatMap(({ parts }) => entries(said(parts, 'args')).flatMap(({ name, value }) => (isGlobal(value) ? [name] : [])));
  for (const stage of stages) {
    checkBase(stage, report);
    checkShadow(stage, names, report);
    checkArguments(stage, globals, report);
  }
  checkTarget(layers, names, report);
  checkContexts(layers, stages, report);
  return stageOrder(stages, report);
}

function checkBase(stage: StageParts, report: Report): void {
  if (lastSaid(stage.parts, 'base') !== undefined) return;
  const place = stage.name === undefined ? [] : ['stages', stage.name];
  if (report.diagnostics.some((diagnostic) => isAbout(diagnostic, place))) return;
  const thing = stage.name === undefined ? 'the image' : `stage "${stage.name}"`;
  report.error('missing-base', stageOrigin(stage), {
    message: `${thing} has no base`,
    hint: "say what it starts from: base: 'debian:bookworm-slim'",
  });
}

/** Whether a fault of the stage as a whole, or of its base, however mistyped, has been told: then it had a base, or nobody can know. */
function isAbout({ code, origin, severity }: Diagnostic, place: OriginPath): boolean {
  const path = [...(origin.preset ?? origin).path];
  while (path[0] === 'presets' && path.length > 2) path.splice(0, 2);
  if (severity !== 'error' || JSON.stringify(path.slice(0, place.length)) !== JSON.stringify(place)) return false;
  const [field, ...rest] = path.slice(place.length);
  return (
    field === undefined || field === 'base' || (code === 'unknown-field' && rest.length === 0 && didYouMean(String(field), ['base']) !== undefined)
  );
}

/** A base that is written like an image and is the name of a stage: the builder would take the stage. */
function checkShadow({ parts }: StageParts, names: readonly string[], report: Report): void {
  const base = lastSaid(parts, 'base');
  const image = typeof base?.value === 'string' ? base.value : undefined;
  if (base === undefined || image === undefined || !names.includes(image)) return;
  report.error('stage-as-image', base.origin, {
    message: `"${image}" is a stage of this definition, not an image`,
    hint: `write { stage: "${image}" }`,
  });
}

function isGlobal(argument: Argument): boolean {
  return typeof argument === 'object' && argument !== null && 'scope' in argument && argument.scope === 'global';
}

/** Arguments that the builder sets before the first FROM. */
const BUILDERS = /^(?:BUILD|TARGET)(?:PLATFORM|OS|OSVERSION|ARCH|VARIANT)$|^TARGETSTAGE$/;

/** What stands before the first FROM is all that a base sees; any other name would be empty there. */
function checkArguments({ parts }: StageParts, globals: readonly string[], report: Report): void {
  const base = lastSaid(parts, 'base');
  if (typeof base?.value !== 'object') return;
  const { image, platform } = 'image' in base.value ? base.value : { image: base.value, platform: undefined };
  const texts = [image, platform].filter((value): value is Expansion => typeof value === 'object' && 'text' in value);
  const names = texts.flatMap((text) => variablesOf(valueText(text))).filter((name) => !globals.includes(name) && !BUILDERS.test(name));
  for (const name of new Set(names)) {
    report.error('unknown-argument', base.origin, {
      message: `"${name}" is no global build argument, and a base sees no other`,
      hint: `declare it: args: { ${name}: { default: '…', scope: 'global' } }`,
    });
  }
}

function checkTarget(layers: readonly Layer[], names: readonly string[], report: Report): void {
  const target = lastSaid(layers, 'target');
  if (target !== undefined && !names.includes(target.value)) reportUnknownStage(target, names, report);
}

/** takenNames(): what a further stage must not be called: the builder would take it for the image, the context or the stage that is meant. */

import type { ImageSpec, StageSpec } from '../spec/spec.js';
import type { StepSpec } from '../spec/step-spec.js';

export function takenNames({ stages, contexts }: ImageSpec): Set<string> {
  return new Set([...contexts.map(({ name }) => name), ...stages.flatMap(namesIn)]);
}

function namesIn({ name, base, steps, onbuild }: StageSpec): readonly string[] {
  const own = name === undefined ? [] : [name];
  return [...own, base.kind === 'image' ? base.image : base.stage, ...[...steps, ...onbuild].flatMap(namesOf)];
}

function namesOf(step: StepSpec): readonly string[] {
  if (step.kind === 'copy') return step.source === undefined ? [] : Object.values(step.source);
  if (step.kind !== 'run') return [];
  return step.mounts.flatMap((mount) => ('from' in mount && mount.from !== undefined ? [mount.from] : []));
}

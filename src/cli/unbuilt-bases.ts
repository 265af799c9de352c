/**
 * unbuiltBases(): a base that is a definition, but none that the file exports: no verb builds it, so that its image must be there already. A warning.
 *
 *     const web = defineImage({ … });
 *     export default defineImage({ base: web });      image.ts:2:36 warning base: the image "web:1" is built by no verb: …   (unbuilt-base)
 */

import type { Diagnostic } from '../diagnostics.js';
import type { LoadedDefinition } from '../load/load.js';
import type { OriginPath } from '../origin.js';
import { layersOf } from '../spec/layers.js';
import type { StageSpec } from '../spec/spec.js';
import type { ImageDefinition } from '../spec/types.js';
import type { CompiledImage } from './compiled-image.js';

export interface Exported {
  readonly definitions: readonly LoadedDefinition[];
  /** Of all images that are compiled. */
  readonly tags: readonly string[];
}

export function unbuiltBases({ definition }: LoadedDefinition, compiled: CompiledImage, exported: Exported): readonly Diagnostic[] {
  return compiled.spec.stages.flatMap((stage) => {
    const base = baseDefinition(definition, stage);
    return base !== undefined && !exported.definitions.some((other) => other.definition === base) ? unbuilt(stage, exported) : [];
  });
}

/** The definition that a stage stands on, where it is one. */
export function baseDefinition(definition: ImageDefinition, { name }: Pick<StageSpec, 'name'>): unknown {
  const base = lastAt(definition, name === undefined ? ['base'] : ['stages', name, 'base']);
  return isDefinition(base) ? base : undefined;
}

function unbuilt({ base }: StageSpec, { tags }: Exported): readonly Diagnostic[] {
  if (base.kind !== 'image' || tags.includes(base.image)) return [];
  const message = `the image "${base.image}" is built by no verb: the file does not export its definition`;
  return [{ code: 'unbuilt-base', severity: 'warning', origin: base.origin, message, hint: 'export it too: export default { base, image }' }];
}

/** What the definition says or, where it says nothing, the last of its presets. */
function lastAt(definition: ImageDefinition, path: OriginPath): unknown {
  return layersOf(definition)
    .map(({ value }) => valueAt(value, path))
    .findLast((value) => value !== undefined);
}

function valueAt(value: unknown, path: OriginPath): unknown {
  return path.reduce<unknown>((at, key) => (at as Readonly<Record<string, unknown>> | null | undefined)?.[key], value);
}

function isDefinition(base: unknown): boolean {
  return typeof base === 'object' && base !== null && !('stage' in base) && !('image' in base);
}

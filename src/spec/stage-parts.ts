/** What the layers of a definition say of each of its stages. The final stage has no name. */

import type { Origin } from '../origin.js';
import type { Layer } from './layers.js';
import { entries, said, type Part } from './said.js';
import type { PartialStage } from './types.js';

export interface StageParts {
  /** Undefined for the final stage. */
  readonly name?: string;
  readonly parts: readonly Part<PartialStage>[];
}

/** The named stages in the order in which they are first named, then the final one. */
export function stageParts(layers: readonly Layer[]): readonly StageParts[] {
  const named = new Map<string, Part<PartialStage>[]>();
  for (const record of said(layers, 'stages')) {
    for (const { name, value, origin } of entries([record])) named.set(name, [...(named.get(name) ?? []), { value, origin }]);
  }
  return [...[...named].map(([name, parts]) => ({ name, parts })), { parts: layers }];
}

/** Where a stage was written: by the definition, if it says anything of it. */
export function stageOrigin({ parts }: StageParts): Origin {
  return parts.at(-1)?.origin ?? { path: [] };
}

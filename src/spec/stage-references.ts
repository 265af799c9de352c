/** The stages that a stage builds on or takes files from, and the contexts that it takes files from, each with where that is said. */

import { childOrigin, type Located, type Origin } from '../origin.js';
import { items, lastSaid, said, type Part } from './said.js';
import type { CopyOptions, PartialStage, RunDetails } from './types.js';

type Lists = 'copy' | 'run' | 'steps';

/** What names a place that files are taken from. */
type Key = 'stage' | 'context';

export function stageReferences(parts: readonly Part<PartialStage>[]): readonly Located<string>[] {
  return [...baseReferences(parts), ...listReferences(parts, 'stage')];
}

export function contextReferences(parts: readonly Part<PartialStage>[]): readonly Located<string>[] {
  return listReferences(parts, 'context');
}

function baseReferences(parts: readonly Part<PartialStage>[]): readonly Located<string>[] {
  const base = lastSaid(parts, 'base');
  if (typeof base?.value !== 'object' || !('stage' in base.value)) return [];
  return [{ value: base.value.stage, origin: childOrigin(base.origin, 'stage') }];
}

function listReferences(parts: readonly Part<PartialStage>[], key: Key): readonly Located<string>[] {
  const lists = (['copy', 'run', 'steps'] as const).flatMap((field: Lists) => said(parts, field).filter(({ value }) => Array.isArray(value)));
  const all = (lists as readonly Located<readonly unknown[]>[]).flatMap(items);
  return all.flatMap(({ value, origin }) => (typeof value === 'object' && value !== null ? itemReferences(value, { origin, key }) : []));
}

interface Place {
  readonly origin: Origin;
  readonly key: Key;
}

function itemReferences(item: Partial<CopyOptions> & Partial<Pick<RunDetails, 'mounts'>>, { origin, key }: Place): readonly Located<string>[] {
  const mounts = items({ value: item.mounts ?? [], origin: childOrigin(origin, 'mounts') });
  const places = [{ value: item, origin }, ...mounts] as readonly Located<Partial<CopyOptions>>[];
  return places.flatMap(({ value, origin: place }) => {
    const name = value[key];
    return name === undefined ? [] : [{ value: name, origin: childOrigin(place, key) }];
  });
}

/** The stages that a stage builds on or takes files from, each with where that is said. */

import { childOrigin, type Located, type Origin } from '../origin.js';
import { items, lastSaid, said, type Part } from './said.js';
import type { CopyOptions, PartialStage, RunDetails } from './types.js';

export function stageReferences(parts: readonly Part<PartialStage>[]): readonly Located<string>[] {
  return [...baseReferences(parts), ...['copy', 'run', 'steps'].flatMap((key) => listReferences(parts, key as 'copy' | 'run' | 'steps'))];
}

function baseReferences(parts: readonly Part<PartialStage>[]): readonly Located<string>[] {
  const base = lastSaid(parts, 'base');
  if (typeof base?.value !== 'object' || !('stage' in base.value)) return [];
  return [{ value: base.value.stage, origin: childOrigin(base.origin, 'stage') }];
}

function listReferences(parts: readonly Part<PartialStage>[], key: 'copy' | 'run' | 'steps'): readonly Located<string>[] {
  const lists = said(parts, key).filter(({ value }) => Array.isArray(value)) as readonly Located<readonly unknown[]>[];
  return lists.flatMap(items).flatMap(({ value, origin }) => (typeof value === 'object' && value !== null ? itemReferences(value, origin) : []));
}

function itemReferences(item: Partial<Pick<CopyOptions, 'stage'>> & Partial<Pick<RunDetails, 'mounts'>>, origin: Origin): readonly Located<string>[] {
  const own = item.stage === undefined ? [] : [{ value: item.stage, origin: childOrigin(origin, 'stage') }];
  const mounts = items({ value: item.mounts ?? [], origin: childOrigin(origin, 'mounts') });
  const mounted = mounts.flatMap(({ value: mount, origin: place }) => {
    return mount.kind === 'bind' && mount.stage !== undefined ? [{ value: mount.stage, origin: childOrigin(place, 'stage') }] : [];
  });
  return [...own, ...mounted];
}

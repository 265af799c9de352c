/** `args`, `env` and `labels`: records of variables. Order of `args` and `env` is kept, since a later one may use an earlier one; labels are sorted. */

import type { Located, Origin } from '../../origin.js';
import { entries, said, type Entry } from '../said.js';
import type { ArgSpec, EnvSpec, StageSpec } from '../spec.js';
import type { Argument, PartialStage, Value, Variables } from '../types.js';
import { valueText } from '../value-text.js';

/** No label, but a word for several. */
const OCI = 'oci';

export function resolveArgs(parts: readonly Located<PartialStage>[]): readonly ArgSpec[] {
  return entries(said(parts, 'args')).map(resolveArg);
}

export function resolveArg({ name, value, origin }: Entry<Argument>): ArgSpec {
  if (value === null) return { name, scope: 'stage', origin };
  if (typeof value !== 'object' || 'kind' in value) return { name, default: valueText(value), scope: 'stage', origin };
  return { name, ...(value.default === undefined ? {} : { default: valueText(value.default) }), scope: value.scope ?? 'stage', origin };
}

export function resolveEnv(records: readonly Located<Variables>[]): readonly EnvSpec[] {
  return entries<Value>(records).map(({ name, value, origin }) => ({ name, value: valueText(value), origin }));
}

export function resolveLabels(parts: readonly Located<PartialStage>[]): StageSpec['labels'] {
  const labels = entries(said(parts, 'labels')).filter(({ name }) => name !== OCI);
  return labels
    .map(({ name, value, origin }) => ({ name, value: valueText(value as Value), origin }))
    .sort((one, other) => (one.name < other.name ? -1 : 1));
}

/** Where the labels of the project are asked for. */
export function resolveOci(parts: readonly Located<PartialStage>[]): Origin | undefined {
  return entries(said(parts, 'labels')).find(({ name, value }) => name === OCI && value === true)?.origin;
}

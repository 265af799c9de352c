/**
 * What the parts of a definition (presets in order, then the definition itself) say of one field.
 *
 * Comes in: parts with their origins. Goes out: located values, those that an `override` replaced left out. Never changes what comes in.
 */

import { childOrigin, type Located, type Origin } from '../origin.js';
import type { List, Override } from './types.js';

/** What a field holds apart from `override(…)`. */
export type Plain<V> = Exclude<V, Override<unknown> | undefined>;

/** Whether a value is what `override()` returns: exactly `kind` and `value`, of which `value` is no text (so that a record may have such keys). */
export function isOverride(value: unknown): value is Override<unknown> {
  if (typeof value !== 'object' || value === null) return false;
  const { kind, value: inner } = value as { readonly kind?: unknown; readonly value?: unknown };
  return kind === 'override' && typeof inner === 'object' && inner !== null && Object.keys(value).length === 2;
}

/** A part of a definition, of a stage or of a long form. */
export interface Part<T> extends Located<T> {
  /** Set where the part was written in its short form, which stands for this one field: then the field's origin is the part's own. */
  readonly short?: string;
}

/** A short form as the long form that it stands for. */
export function longForm<T extends object, K extends keyof T & string>(key: K, { value, origin }: Located<T[K] | T>, isShort: boolean): Part<T> {
  return isShort ? { value: { [key]: value } as unknown as T, origin, short: key } : { value: value as T, origin };
}

/** What the parts say of a field, in order. */
export function said<T extends object, K extends keyof T & string>(parts: readonly Part<T>[], key: K): readonly Located<Plain<T[K]>>[] {
  let found: Located<Plain<T[K]>>[] = [];
  for (const part of parts) {
    const value = part.value[key];
    if (value === undefined) continue;
    const origin = part.short === key ? part.origin : childOrigin(part.origin, key);
    if (isOverride(value)) found = [{ value: value.value as Plain<T[K]>, origin }];
    else found.push({ value: value as Plain<T[K]>, origin });
  }
  return found;
}

/** What the last part that speaks of a field says. */
export function lastSaid<T extends object, K extends keyof T & string>(parts: readonly Part<T>[], key: K): Located<Plain<T[K]>> | undefined {
  return said(parts, key).at(-1);
}

/** The items of a list, each with its origin. */
export function items<T>(list: Located<readonly T[]>): readonly Located<T>[] {
  return list.value.map((value, index) => ({ value, origin: childOrigin(list.origin, index) }));
}

/** Lists of texts, or single texts, one after the other, each text once. */
export function texts(lists: readonly Located<string | readonly string[]>[]): readonly Located<string>[] {
  const seen = new Set<string>();
  const flat = lists.flatMap((list) => (typeof list.value === 'string' ? [list as Located<string>] : items(list as Located<readonly string[]>)));
  return flat.filter(({ value }) => !seen.has(value) && seen.add(value));
}

/** The texts that long forms give in one of their fields: what follows the last `override([…])`. */
export function textsOf<T extends object, K extends keyof T & string>(parts: readonly Part<T>[], key: K): readonly Located<string>[] {
  return texts(said(parts, key) as readonly Located<string | Exclude<List, Override<unknown>>>[]);
}

export interface Entry<V> {
  readonly name: string;
  readonly value: V;
  readonly origin: Origin;
}

/** The entries of records, merged by name: the later value wins, where the earlier one stood. */
export function entries<V>(records: readonly Located<Readonly<Record<string, V>>>[]): readonly Entry<V>[] {
  const found = new Map<string, Entry<V>>();
  for (const record of records) {
    for (const [name, value] of Object.entries(record.value)) {
      if (value !== undefined) found.set(name, { name, value, origin: childOrigin(record.origin, name) });
    }
  }
  return [...found.values()];
}

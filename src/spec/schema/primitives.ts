/**
 * The forms that the schema is made of: valibot's, with all faults of an object at once, objects told from lists, and of the branches of a union the faults of
 * the one that fits best.
 *
 * The types of valibot's schemas are kept (`strict_object`, `record`, `union`, `variant`), so that a JSON Schema can be derived.
 */

import * as v from 'valibot';
import type { Check, Fault } from '../check/fault.js';
import { editDistance } from '../did-you-mean.js';
import { isObject } from '../is-object.js';
import { isOverride } from '../said.js';
import type { Override } from '../types.js';
import { addIssues, adopt, run, type Dataset, type Issue } from './run-schema.js';

export type Schema<T = unknown> = v.GenericSchema<T>;
type Entries = v.ObjectEntries;

/** A schema of valibot that is run in a way of our own. */
function withRun<S extends Schema>(schema: S, expects: string, runOwn: (dataset: Dataset, config: v.Config<v.BaseIssue<unknown>>) => void): S {
  const own = (dataset: Dataset, config: v.Config<v.BaseIssue<unknown>>) => {
    dataset.typed = true;
    runOwn(dataset, config);
    return dataset;
  };
  return { ...schema, expects, '~run': own } as unknown as S;
}

/** Says in JSON Schema what checks alone would: `{ minimum: 1 }`. It stands beside what the schema's type gives, or in its place. */
export function withJson<S extends Schema>(schema: S, json: Readonly<Record<string, unknown>>): S {
  return { ...schema, json };
}

/** A schema whose values `check` must find no fault with. The fault is looked up again when the issue is told. */
export function checked<S extends Schema>(schema: S, check: Check<never>): S {
  const requirement = (value: unknown) => check(value as never) === undefined;
  return v.pipe(schema, v.check(Object.assign(requirement, { check }))) as unknown as S;
}

/** An object with these fields and no others. */
export function shape<const E extends Entries>(entries: E, expects = 'an object'): v.StrictObjectSchema<E, undefined> {
  const known = Object.keys(entries);
  return withRun(v.strictObject(entries), expects, (dataset, config) => {
    const input = dataset.value;
    if (!isObject(input)) return addIssues(dataset, [{ type: 'wrong-type', input, expected: expects }]);
    const unknown = Object.keys(input).filter((key) => !known.includes(key));
    for (const key of known) {
      const schema = entries[key] as Schema;
      if (Object.hasOwn(input, key)) run(schema, { dataset, key, value: input[key] }, config);
      else if (schema.type !== 'optional' && !unknown.some((other) => editDistance(other, key) <= 2))
        addIssues(dataset, [{ type: 'missing-field', input, key }]);
    }
    addIssues(
      dataset,
      unknown.map((key) => ({ type: 'unknown-field', input, key, known })),
    );
  });
}

/** One of a few words. */
export function oneOf<const W extends readonly string[]>(words: W): v.PicklistSchema<W, undefined> {
  const expects = words.map((word) => `"${word}"`).join(' or ');
  return withRun(v.picklist(words), expects, (dataset) => {
    const input = dataset.value;
    if (typeof input !== 'string') addIssues(dataset, [{ type: 'wrong-type', input, expected: expects }]);
    else if (!words.includes(input)) addIssues(dataset, [{ type: 'unknown-value', input, known: words }]);
  });
}

export interface EntryChecks {
  readonly name?: Check<string>;
  readonly entry?: (name: string, value: never) => Fault | undefined;
}

/** An object with any names, which `checks.name` looks at; `checks.entry` sees name and value together. */
export function record<S extends Schema>(
  value: S,
  checks: EntryChecks = {},
  expects = 'an object',
): v.RecordSchema<v.StringSchema<undefined>, S, undefined> {
  return withRun(v.record(v.string(), value), expects, (dataset, config) => {
    const input = dataset.value;
    if (!isObject(input)) return addIssues(dataset, [{ type: 'wrong-type', input, expected: expects }]);
    for (const [key, item] of Object.entries(input)) {
      if (item === undefined) continue;
      const nameFault = checks.name?.(key);
      if (nameFault) addIssues(dataset, [{ type: 'fault', input, key, fault: nameFault }]);
      const sound = run(value, { dataset, key, value: item }, config);
      const entryFault = sound && !nameFault ? checks.entry?.(key, item as never) : undefined;
      if (entryFault) addIssues(dataset, [{ type: 'fault', input, key, fault: entryFault }]);
    }
  });
}

/** A list whose every item is checked. */
export function list<S extends Schema>(item: S, expects = 'a list'): v.ArraySchema<S, undefined> {
  return withRun(v.array(item), expects, (dataset, config) => {
    const input = dataset.value;
    if (!Array.isArray(input)) {
      const alone = (item['~run']({ value: input }, config) as Dataset).issues === undefined;
      return addIssues(dataset, [{ type: 'wrong-type', input, expected: expects, alone }]);
    }
    // Not forEach: it would step over holes.
    for (const [index, value] of input.entries()) run(item, { dataset, key: index, value }, config);
  });
}

/** One of several forms; when none fits, the faults of the one that fits best. */
export function either<const O extends readonly Schema[]>(expects: string, options: O): v.UnionSchema<O, undefined> {
  return withRun(v.union(options as never) as never, expects, (dataset, config) => {
    const input = dataset.value;
    let best: Dataset | undefined;
    let alone = false;
    for (const option of options) {
      const found = option['~run']({ value: input }, config) as Dataset;
      if (found.issues === undefined) return;
      alone ||= found.issues.some(isItemAlone);
      const fits = !found.issues.some(isOfAnotherForm);
      if (fits && found.issues.length < (best?.issues?.length ?? Infinity)) best = found;
    }
    if (best) adopt(dataset, best);
    else addIssues(dataset, [{ type: 'wrong-type', input, expected: expects, alone }]);
  });
}

function isItemAlone({ path, requirement }: Issue): boolean {
  return path === undefined && isObject(requirement) && requirement['alone'] === true;
}

/** Whether an issue shows that something else was meant: another type, or another kind. */
function isOfAnotherForm({ kind, type, path, requirement }: Issue): boolean {
  if (path === undefined)
    return kind === 'schema' && (type !== 'missing-field' || (requirement as unknown as { readonly key: string }).key === 'kind');
  return type === 'literal' && path.length === 1 && path[0]?.key === 'kind';
}

/** Objects that say by `kind` which they are. */
export function kinds<const O extends Readonly<Record<string, Schema>>>(expects: string, options: O): Schema<v.InferInput<O[keyof O]>> {
  return withRun(v.union(Object.values(options) as never) as Schema, expects, (dataset, config) => {
    const input = dataset.value;
    if (!isObject(input)) return addIssues(dataset, [{ type: 'wrong-type', input, expected: expects }]);
    const { kind } = input;
    if (kind === undefined) return addIssues(dataset, [{ type: 'missing-field', input, key: 'kind' }]);
    const option = typeof kind === 'string' && Object.hasOwn(options, kind) ? options[kind] : undefined;
    if (option === undefined) return addIssues(dataset, [{ type: 'unknown-value', input: kind, key: 'kind', known: Object.keys(options) }]);
    adopt(dataset, option['~run']({ value: input }, config) as Dataset);
  }) as Schema<v.InferInput<O[keyof O]>>;
}

/** Objects that say by one of their fields which they are. */
export function byField<const O extends Readonly<Record<string, Schema>>>(expects: string, options: O): v.UnionSchema<O[keyof O][], undefined> {
  return withRun(v.union(Object.values(options) as never) as never, expects, (dataset, config) => {
    const input = dataset.value;
    const field = isObject(input) ? Object.keys(options).find((key) => Object.hasOwn(input, key)) : undefined;
    if (field === undefined) addIssues(dataset, [{ type: 'wrong-type', input, expected: expects }]);
    else adopt(dataset, options[field]!['~run']({ value: input }, config) as Dataset);
  });
}

/** A value, or `override()` of one. */
export function overridable<S extends Schema>(schema: S): Schema<v.InferInput<S> | Override<v.InferInput<S>>> {
  const override = v.strictObject({ kind: v.literal('override'), value: schema });
  return withRun(v.union([schema, override]) as Schema, schema.expects ?? 'a value', (dataset, config) => {
    const input = dataset.value;
    adopt(dataset, schema['~run']({ value: isOverride(input) ? input.value : input }, config) as Dataset);
  }) as Schema<v.InferInput<S> | Override<v.InferInput<S>>>;
}

/**
 * Every place of a definition that takes a text, found by walking the schema: none can be forgotten. Lists are `[]`, entries of a record `.*`, their names `.{}`.
 *
 * `stringFields` walks the schema alone; `placesIn` walks a definition beside it, and tells which field each of its texts is.
 */

import * as v from 'valibot';
import { image } from '../../src/spec/schema/image.js';

/** Some schema of valibot, seen from outside. */
interface Seen {
  readonly type: string;
  readonly entries?: Readonly<Record<string, Seen>>;
  readonly options?: readonly (Seen | string)[];
  readonly item?: Seen;
  readonly value?: Seen;
  readonly wrapped?: Seen;
  readonly literal?: unknown;
}

/** A text of a definition: which field it is, and the way to it; `isName`: it is the name of an entry. */
export interface StringPlace {
  readonly field: string;
  readonly path: readonly (string | number)[];
  readonly isName: boolean;
}

/** Stages have the fields of the definition, and triggers those of steps: the same schemas. */
const canonical = (field: string): string => field.replace(/^(?:\.stages\.\*)?\./, '').replace(/^onbuild\[\]/, 'steps[]');

/** What says which kind of thing an object is takes one word. */
const isKind = (field: string): boolean => field.endsWith('.kind');

/** `steps[]<copy>`: an object that must say its kind is named after it. */
function withKind({ entries }: Seen, field: string): string {
  const kind = entries?.['kind']?.literal;
  return kind === undefined ? field : `${field}<${String(kind)}>`;
}

function fieldsOf(schema: Seen, field: string): readonly string[] {
  switch (schema.type) {
    case 'string':
    case 'picklist':
      return [field];
    case 'literal':
      return typeof schema.literal === 'string' && !isKind(field) ? [field] : [];
    case 'optional':
      return fieldsOf(schema.wrapped!, field);
    case 'array':
      return fieldsOf(schema.item!, `${field}[]`);
    case 'record':
      return [`${field}.{}`, ...fieldsOf(schema.value!, `${field}.*`)];
    case 'strict_object':
      if (isOverride(schema)) return [];
      return Object.entries(schema.entries!).flatMap(([name, entry]) => fieldsOf(entry, `${withKind(schema, field)}.${name}`));
    case 'union':
      return (schema.options as readonly Seen[]).flatMap((option) => fieldsOf(option, field));
    default:
      return [];
  }
}

function isOverride({ entries }: Seen): boolean {
  return entries?.['kind']?.literal === 'override';
}

export const stringFields: readonly string[] = [...new Set(fieldsOf(image as unknown as Seen, '').map(canonical))];

/** The texts of a definition that the schema takes. */
export function placesIn(definition: unknown): readonly StringPlace[] {
  return placesOf(image as unknown as Seen, definition, { field: '', path: [], isName: false });
}

function placesOf(schema: Seen, value: unknown, at: StringPlace): readonly StringPlace[] {
  const inside = (inner: Seen, item: unknown, key: string | number, field: string) =>
    placesOf(inner, item, { field: `${at.field}${field}`, path: [...at.path, key], isName: false });
  switch (schema.type) {
    case 'string':
    case 'picklist':
    case 'literal':
      return typeof value === 'string' && !isKind(at.field) ? [{ ...at, field: canonical(at.field) }] : [];
    case 'optional':
      return placesOf(schema.wrapped!, value, at);
    case 'array':
      return (value as readonly unknown[]).flatMap((item, index) => inside(schema.item!, item, index, '[]'));
    case 'record':
      return Object.entries(value as object).flatMap(([name, item]) => [
        { field: canonical(`${at.field}.{}`), path: [...at.path, name], isName: true },
        ...inside(schema.value!, item, name, '.*'),
      ]);
    case 'strict_object':
      return Object.entries(value as object).flatMap(([name, item]) => inside(schema.entries![name]!, item, name, `${withKind(schema, '')}.${name}`));
    case 'union':
      return placesOf(formOf(schema.options as readonly Seen[], value), value, at);
    default:
      return [];
  }
}

/** The form that a value has; what is only warned of has one, too. */
function formOf(options: readonly Seen[], value: unknown): Seen {
  const found = options.map((option) => ({ option, ...v.safeParse(option as unknown as v.GenericSchema, value) }));
  return (found.find(({ success }) => success) ?? found.find(({ typed }) => typed))!.option;
}

/** The text that stands there. */
export function textAt(definition: unknown, { path, isName }: Pick<StringPlace, 'path' | 'isName'>): string {
  if (isName) return String(path.at(-1));
  return path.reduce((value, key) => (value as Readonly<Record<string | number, unknown>>)[key], definition) as string;
}

/** A copy of a definition that has another text in one place. */
export function withText<T>(definition: T, { path, isName }: Omit<StringPlace, 'field'>, text: string): T {
  const [key, ...rest] = path;
  if (key === undefined) return text as T;
  if (Array.isArray(definition)) return definition.map((item, index) => (index === key ? withText(item, { path: rest, isName }, text) : item)) as T;
  const replaced = Object.entries(definition as object).map(([name, item]) => {
    if (name !== key) return [name, item];
    return isName && rest.length === 0 ? [text, item] : [name, withText(item, { path: rest, isName }, text)];
  });
  return Object.fromEntries(replaced) as T;
}

/**
 * jsonSchema(): what `imagewright schema` prints, made of the schema that definitions are checked with and of the documentation of their types, which are walked
 * side by side. Draft 7: the newest that editors know whole.
 */

import type * as v from 'valibot';
import ts from 'typescript-5';
import { image } from '../../src/spec/schema/image.js';
import { checker, documentationOf, fieldOf, itemsOf, membersOf, typeNamed, type Documentation } from './docs/documentation.js';
import { evaluated } from './docs/evaluated.js';

type Json = Readonly<Record<string, unknown>>;

/** Any schema, with what the kinds of them have. */
interface Schema extends v.GenericSchema {
  readonly wrapped?: Schema;
  readonly entries?: Readonly<Record<string, Schema>>;
  readonly item?: Schema;
  readonly value?: Schema;
  readonly options?: readonly (Schema | string)[];
  readonly literal?: unknown;
  /** What `withJson` says. */
  readonly json?: Json;
}

/** Objects and unions that are said in several places: how often, and under which name. */
interface Walk {
  readonly uses: Map<Schema, number>;
  readonly names: Map<Schema, string>;
  readonly definitions: Record<string, Json>;
}

export function jsonSchema(): Json {
  const walk: Walk = { uses: new Map(), names: new Map(), definitions: {} };
  count(image as Schema, walk.uses);
  const definition = objectSchema({ schema: image as Schema, types: membersOf(typeNamed('ImageDefinition')), name: 'definition' }, walk);
  const properties = Object.fromEntries(Object.keys(definition['properties'] as Json).map((field) => [field, { $ref: fieldPointer(field) }]));
  const file = { ...definition, properties: { $schema: { type: 'string', description: 'For editors.' }, ...properties } };
  return {
    $schema: 'http://json-schema.org/draft-07/schema#',
    title: 'image.json',
    description: 'A definition of an image for imagewright: one, a list of several, or several by their names.',
    ...severalOr({ $ref: '#/definitions/file' }),
    definitions: { file, definition, ...walk.definitions },
  };
}

function fieldPointer(field: string): string {
  return `#/definitions/definition/properties/${field}`;
}

/** As `load/` tells definitions from lists and records of them. */
function severalOr(one: Json): Json {
  const saysBase = { anyOf: [{ required: ['base'] }, { required: ['presets'] }] };
  const isDefinition = { type: 'object', ...saysBase };
  const some = { not: { additionalProperties: { not: isDefinition } } };
  const all = { properties: { $schema: {} }, additionalProperties: isDefinition, minProperties: 2, dependencies: { $schema: { minProperties: 3 } } };
  const isRecord = { type: 'object', if: saysBase, then: all, else: some };
  const record = { properties: { $schema: { type: 'string' } }, additionalProperties: one };
  return { if: { type: 'array' }, then: { items: one, minItems: 1 }, else: { if: isRecord, then: record, else: one } };
}

function partsOf(schema: Schema): readonly Schema[] {
  const { wrapped, entries = {}, item, value, options = [] } = schema;
  return [wrapped, ...Object.values(entries), item, value, ...options].filter((part): part is Schema => typeof part === 'object');
}

function count(schema: Schema, uses: Map<Schema, number>): void {
  uses.set(schema, (uses.get(schema) ?? 0) + 1);
  if (uses.get(schema) === 1) for (const part of partsOf(schema)) count(part, uses);
}

interface Place {
  readonly schema: Schema;
  /** What the types say of the same place. */
  readonly types: readonly ts.Type[];
  /** Of the field that holds it. */
  readonly name: string;
}

function schemaAt(place: Place, walk: Walk): Json {
  const { schema } = place;
  if (schema.type === 'optional') return schemaAt({ ...place, schema: schema.wrapped! }, walk);
  if (walk.uses.get(schema) === 1 || isBrief(schema)) return withOwn(plainSchema(place, walk), schema.json);
  if (!walk.names.has(schema)) {
    const name = freeName(typeName(place) ?? place.name, [...walk.names.values()]);
    walk.names.set(schema, name);
    walk.definitions[name] = {};
    walk.definitions[name] = withOwn(plainSchema(place, walk), schema.json);
  }
  return { $ref: `#/definitions/${walk.names.get(schema)}` };
}

/** Said where it stands, however often. */
function isBrief({ type, item, value }: Schema): boolean {
  const inner = item ?? value;
  return inner === undefined ? type !== 'strict_object' && type !== 'union' : isBrief(inner);
}

function withOwn(found: Json, own: Json = {}): Json {
  return '$ref' in found && Object.keys(own).length > 0 ? { allOf: [found, own] } : { ...found, ...own };
}

function typeName({ schema, types }: Place): string | undefined {
  return schema.type === 'strict_object' ? objectTypes(schema, types)[0]?.symbol.name.replace(/^__type$/, '') || undefined : undefined;
}

function freeName(name: string, taken: readonly string[]): string {
  const free = ['', ...Array.from({ length: taken.length }, (_, index) => index + 2)].map((suffix) => `${name}${suffix}`);
  return free.find((each) => !taken.includes(each))!;
}

function plainSchema(place: Place, walk: Walk): Json {
  const { schema, types, name } = place;
  switch (schema.type) {
    case 'strict_object':
      return objectSchema(place, walk);
    case 'array':
      return {
        type: 'array',
        items: schemaAt({ schema: schema.item!, types: types.filter((type) => checker.isArrayLikeType(type)).flatMap(itemsOf), name }, walk),
      };
    case 'record':
      return {
        type: 'object',
        additionalProperties: schemaAt(
          { schema: schema.value!, types: types.filter((type) => !checker.isArrayLikeType(type)).flatMap(itemsOf), name },
          walk,
        ),
      };
    case 'union':
      return anyOf((schema.options as readonly Schema[]).map((option) => schemaAt({ schema: option, types, name }, walk)));
    case 'picklist':
      return { enum: schema.options };
    case 'literal':
      return { const: schema.literal };
    case 'custom':
      return {};
    default:
      if (!['string', 'number', 'boolean', 'null'].includes(schema.type)) throw new Error(`JSON Schema of ${schema.type} is not known`);
      return { type: schema.type };
  }
}

/** Alternatives, those of alternatives among them; of mere types one that lists them. Where none fits, editors tell the faults of the first: objects tell most. */
function anyOf(options: readonly Json[]): Json {
  const all = options.flatMap((option) => (Object.keys(option).join() === 'anyOf' ? (option['anyOf'] as readonly Json[]) : [option]));
  const isType = (option: Json) => Object.keys(option).join() === 'type';
  const types = [...new Set(all.filter(isType).flatMap((option) => option['type'] as string))];
  const others = all.filter((option) => !isType(option)).sort((one, other) => rank(one) - rank(other));
  const merged = [...(types.length === 0 ? [] : [{ type: types.length === 1 ? types[0] : types }]), ...others];
  return merged.length === 1 ? merged[0]! : { anyOf: merged };
}

/** Lists behind objects, and replacements of what presets say last. */
function rank({ type, properties }: Json): number {
  const { kind } = (properties ?? {}) as { readonly kind?: Json };
  return kind?.['const'] === 'override' ? 2 : type === 'array' ? 1 : 0;
}

function objectSchema({ schema, types }: Place, walk: Walk): Json {
  const entries = Object.entries(schema.entries!);
  const owners = objectTypes(schema, types);
  const isOverride = schema.entries!['kind']?.literal === 'override';
  const required = entries.filter(([, entry]) => entry.type !== 'optional').map(([field]) => field);
  const properties = entries.map(([field, entry]) => {
    // Fields of a stage are those of the definition, which is its final stage.
    if (schema !== image && (image.entries as Readonly<Record<string, unknown>>)[field] === entry)
      return [field, { $ref: fieldPointer(field) }] as const;
    const fields = owners.flatMap((owner) => fieldOf(owner, field) ?? []);
    const found = schemaAt({ schema: entry, types: fields.flatMap(({ types: inner }) => inner), name: field }, walk);
    // What is replaced is no text, so that a record may have such keys.
    const json = isOverride && field === 'value' ? { allOf: [found, { type: ['object', 'array'] }] } : found;
    return [
      field,
      documented(
        json,
        fields.map(({ symbol }) => documentationOf(symbol)).find(({ text }) => text !== ''),
      ),
    ] as const;
  });
  return {
    type: 'object',
    properties: Object.fromEntries(properties),
    ...(required.length > 0 && { required }),
    additionalProperties: false,
    ...schema.json,
  };
}

/** Those of the types that an object is described by: they have its fields, and its kind. */
function objectTypes(schema: Schema, types: readonly ts.Type[]): readonly ts.Type[] {
  const { kind, ...entries } = schema.entries!;
  const literal = (kind?.wrapped ?? kind)?.literal;
  const fits = types.filter((type) => literal === undefined || fieldOf(type, 'kind')?.types.some((member) => isLiteral(member, literal)) === true);
  return fits.filter((type) => Object.keys(entries).every((field) => types.length === 1 || type.getProperty(field) !== undefined));
}

function isLiteral(type: ts.Type, literal: unknown): boolean {
  return type.isStringLiteral() && type.value === literal;
}

function documented(json: Json, documentation: Documentation | undefined): Json {
  if (documentation === undefined) return json;
  const { text, default: given, examples } = documentation;
  const value = given === undefined ? undefined : literalValue(given);
  return {
    description: given === undefined || value !== undefined ? text : `${text}\n\nDefault: ${given}.`,
    ...(value !== undefined && { default: value.is }),
    ...(examples.length > 0 && { examples: examples.map(evaluated) }),
    ...('$ref' in json ? { allOf: [json] } : json),
  };
}

/** What a default is, where it is written as a literal: `'npm'`, not `the npm of the base`. */
function literalValue(source: string): { readonly is: unknown } | undefined {
  if (!/^(?:'[^']*'|\d+|true|false|\[[^\]]*\])$/.test(source)) return undefined;
  return { is: evaluated(source) };
}

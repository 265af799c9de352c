/**
 * listDefinitions(): the value of a default export → the definitions in it, each with its path.
 *
 *     defineImage({ base })        →   []
 *     { web: …, worker: … }        →   ['web'], ['worker']
 *     [defineImage(…), …]          →   [0], [1], …
 *
 * A record is one of definitions when a value in it is a definition: bears the brand of defineImage, or has `base` or `presets`. All else that is an object is
 * taken for a definition; the schema will tell what is wrong with it.
 */

import type { OriginPath } from '../origin.js';
import { isDefined } from '../spec/brand.js';
import type { ImageDefinition } from '../spec/types.js';
import { LoadError } from './load-error.js';

export interface LoadedDefinition {
  /** Key in a record of definitions. */
  readonly key?: string;
  /** Where it stands in the default export: `[]`, `['web']` or `[0]`. */
  readonly path: OriginPath;
  readonly definition: ImageDefinition;
}

export function listDefinitions(value: unknown, file: string): readonly LoadedDefinition[] {
  if (Array.isArray(value)) return fromList(value, file);
  if (!isRecord(value)) throw wrongExport(`${holder(file)} is ${describe(value)}, not a definition`, file);
  if (!isRecordOfDefinitions(value)) return [{ path: [], definition: withoutSchema(value) }];
  const entries = Object.entries(value).filter(([key]) => key !== '$schema');
  return entries.map(([key, item]) => ({ key, path: [key], definition: definitionAt(item, `"${key}" of ${holder(file)}`, file) }));
}

function fromList(list: readonly unknown[], file: string): readonly LoadedDefinition[] {
  if (list.length === 0) throw wrongExport(`${holder(file)} is an empty list`, file);
  return list.map((item, index) => ({ path: [index], definition: definitionAt(item, `item ${index} of ${holder(file)}`, file) }));
}

function definitionAt(value: unknown, place: string, file: string): ImageDefinition {
  if (!isRecord(value)) throw wrongExport(`${place} is ${describe(value)}, not a definition`, file);
  return withoutSchema(value);
}

function isRecordOfDefinitions(value: Readonly<Record<string, unknown>>): boolean {
  if (isDefined(value)) return false;
  const { $schema: _, ...items } = value;
  const values = Object.values(items);
  // An image of a record may be called "base", and the base of an image may be another definition.
  if ('base' in items || 'presets' in items) return values.length > 1 && values.every(isDefinition);
  return values.some(isDefinition);
}

function isDefinition(value: unknown): boolean {
  return isRecord(value) && (isDefined(value) || 'base' in value || 'presets' in value);
}

/** `$schema` is for editors. */
function withoutSchema(value: Readonly<Record<string, unknown>>): ImageDefinition {
  if (!('$schema' in value)) return value as unknown as ImageDefinition;
  const { $schema: _, ...definition } = value;
  return definition as unknown as ImageDefinition;
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** What the definitions stand in. */
function holder(file: string): string {
  return isJson(file) ? 'the value of the file' : 'the default export';
}

function wrongExport(message: string, file: string): LoadError {
  return new LoadError({ code: 'wrong-default-export', message, hint: isJson(file) ? jsonHint : exampleHint, file });
}

function isJson(file: string): boolean {
  return file.endsWith('.json');
}

/** As a noun: `a string ("x")`. */
export function describe(value: unknown): string {
  if (Array.isArray(value)) return 'a list';
  if (value === null || value === undefined) return String(value);
  if (typeof value === 'object') return 'an object';
  const text = typeof value === 'string' ? JSON.stringify(value) : String(value);
  return typeof value === 'function' ? 'a function' : `a ${typeof value} (${text})`;
}

export const exampleHint = "write: export default defineImage({ base: 'debian:bookworm-slim' })";

const jsonHint = 'write: { "base": "debian:bookworm-slim" }';

/**
 * explainFailure(): what a definition file threw → LoadError with the user's own line and column.
 *
 * The place is the first frame of the stack in a file of the definition; a failing import is searched for in the text.
 */

import { readFileSync } from 'node:fs';
import { basename, dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Evaluated } from './evaluate.js';
import { LoadError } from './load-error.js';
import { positionBeforeEmit, positionBeforeJiti, type Place } from './original-position.js';
import { textPosition } from './text-position.js';

export type Run = Omit<Evaluated, 'exports'>;

export function explainFailure(error: unknown, run: Run): LoadError {
  if (error instanceof LoadError) return error;
  return syntaxFailure(error) ?? importFailure(error, run) ?? thrown(error, run);
}

/** jiti's word for it; the column is 0-based. */
function syntaxFailure(error: unknown): LoadError | undefined {
  const [, message = '', file, line, column] = /ParseError: (.*?)\s*\n\s*(.+):(\d+):(\d+)/.exec(messageOf(error)) ?? [];
  if (file === undefined) return undefined;
  return new LoadError({ code: 'definition-syntax', message: `syntax error: ${message}`, file, line: Number(line), column: Number(column) + 1 });
}

function importFailure(error: unknown, run: Run): LoadError | undefined {
  const { code, requireStack } = (error ?? {}) as { code?: unknown; requireStack?: readonly string[] };
  if (code !== 'MODULE_NOT_FOUND' && code !== 'ERR_MODULE_NOT_FOUND') return undefined;
  const [, specifier, from] = /^Cannot find (?:module|package) '([^']+)'(?: imported from (.+))?/.exec(messageOf(error)) ?? [];
  const file = [requireStack?.[0], from && pathOf(from)].find((path) => path !== undefined && run.inputs.includes(path));
  if (specifier === undefined || file === undefined) return undefined;
  const relative = specifier.startsWith('.');
  return new LoadError({
    code: 'import-not-found',
    message: `"${specifier}" cannot be found`,
    hint: relative
      ? 'name a file that exists, from the folder of the file that imports it'
      : `install it in this project: npm install -D ${packageOf(specifier)}`,
    file,
    ...placeOfImport(file, specifier),
    cause: error,
  });
}

function packageOf(specifier: string): string {
  return specifier
    .split('/')
    .slice(0, specifier.startsWith('@') ? 2 : 1)
    .join('/');
}

function placeOfImport(file: string, specifier: string): { line?: number; column?: number } {
  const text = readFileSync(file, 'utf8');
  const quoted = ["'", '"', '`'].map((quote) => text.indexOf(quote + specifier + quote)).filter((index) => index >= 0);
  return quoted.length === 0 ? {} : textPosition(text, Math.min(...quoted));
}

function thrown(error: unknown, run: Run): LoadError {
  const place = placeOf(error, run) ?? { file: run.file };
  return new LoadError({ code: 'definition-throws', message: `${basename(run.file)} throws ${nameOf(error)}`, ...place, cause: error });
}

function nameOf(error: unknown): string {
  if (error instanceof Error) return error.message === '' ? error.name : `${error.name}: ${error.message}`;
  return typeof error === 'string' ? JSON.stringify(error) : String(error);
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : '';
}

function placeOf(error: unknown, run: Run): Place | undefined {
  const stack = error instanceof Error ? (error.stack ?? '') : '';
  const frames = [...stack.matchAll(/^ +at (?:.*?\()?(?:async )?((?:file:|\/|[A-Za-z]:\\).*?):(\d+):(\d+)\)?$/gm)];
  const places = frames.map(([, at = '', line, column]) => ({ file: pathOf(at), line: Number(line), column: Number(column) }));
  for (const place of places) {
    const own = run.inputs.includes(place.file);
    if (own) return run.emitted === undefined ? positionBeforeJiti(place) : place;
    if (dirname(place.file) === run.emitted) return positionBeforeEmit(place);
  }
  return undefined;
}

function pathOf(address: string): string {
  return address.startsWith('file:') ? fileURLToPath(address) : address;
}

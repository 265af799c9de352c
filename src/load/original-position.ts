/**
 * Where a place in the JavaScript that ran stands in the user's file. Both loaders put a source map behind what they make of it; a process that asked
 * Node to heed source maps has the answer in the stack already.
 */

import { readFileSync } from 'node:fs';
import { createRequire, SourceMap, type SourceMapPayload } from 'node:module';
import { fileURLToPath } from 'node:url';
import type * as Jiti from 'jiti';

export interface Place {
  readonly file: string;
  readonly line: number;
  /** Undefined when it is not known. */
  readonly column: number | undefined;
}

type GeneratedPlace = Place & { readonly column: number };

/** Of a place in an emitted module. */
export function positionBeforeEmit(place: GeneratedPlace): Place | undefined {
  const entry = entryAt(readFileSync(place.file, 'utf8'), place);
  return entry && { file: fileURLToPath(entry.originalSource), line: entry.originalLine + 1, column: entry.originalColumn + 1 };
}

/** Of a place in what jiti made of a file: it keeps lines but not columns, and begins line 1 with code of its own. */
export function positionBeforeJiti(place: GeneratedPlace): Place {
  const { file, line } = place;
  const entry = line === 1 ? undefined : entryAt(transformedByJiti(file), place);
  return { file, line, column: entry?.originalLine === line - 1 ? entry.originalColumn + 1 : undefined };
}

function entryAt(
  code: string,
  { line, column }: GeneratedPlace,
): { originalSource: string; originalLine: number; originalColumn: number } | undefined {
  try {
    const map = Buffer.from(code.split('base64,').at(-1) ?? '', 'base64').toString();
    const entry = new SourceMap(JSON.parse(map) as SourceMapPayload).findEntry(line - 1, column - 1);
    return 'originalColumn' in entry ? entry : undefined;
  } catch {
    return undefined;
  }
}

function transformedByJiti(file: string): string {
  const { createJiti } = createRequire(import.meta.url)('jiti') as typeof Jiti;
  const jiti = createJiti(file, { sourceMaps: true, fsCache: false });
  const source = readFileSync(file, 'utf8');
  return jiti.transform({ source, filename: file, ts: /ts$/.test(file), async: !/\.c[jt]s$/.test(file), retainLines: true });
}

/**
 * originalPosition(): where a place in what jiti made of a file stands in the file itself. jiti keeps lines but not columns.
 */

import { readFileSync } from 'node:fs';
import { createRequire, SourceMap, type SourceMapPayload } from 'node:module';
import type * as Jiti from 'jiti';

export interface Place {
  readonly file: string;
  readonly line: number;
  /** Undefined when it is not known: line 1 begins with code of jiti's own. */
  readonly column: number | undefined;
}

export function originalPosition({ file, line, column }: Place): Place {
  if (line === 1 || column === undefined) return { file, line, column: undefined };
  try {
    const entry = new SourceMap(mapOf(file)).findEntry(line - 1, column - 1);
    return { file, line, column: 'originalColumn' in entry && entry.originalLine === line - 1 ? entry.originalColumn + 1 : undefined };
  } catch {
    return { file, line, column: undefined };
  }
}

function mapOf(file: string): SourceMapPayload {
  const { createJiti } = createRequire(import.meta.url)('jiti') as typeof Jiti;
  const jiti = createJiti(file, { sourceMaps: true, fsCache: false });
  const source = readFileSync(file, 'utf8');
  const code = jiti.transform({ source, filename: file, ts: /ts$/.test(file), async: !/\.c[jt]s$/.test(file), retainLines: true });
  return JSON.parse(Buffer.from(code.split('base64,').at(-1) ?? '', 'base64').toString()) as SourceMapPayload;
}

/**
 * transformSource(): TypeScript or JavaScript → JavaScript of the same module, with the places of its imports.
 *
 *     import { tools } from './tools.js'; const a: string = 'x';   →   import { tools } from './tools.js'; const a = 'x';
 *
 * Refuses (for jiti) what is no plain ES module. A syntax error is a LoadError with its place.
 */

import { createRequire } from 'node:module';
import { extname } from 'node:path';
import { pathToFileURL } from 'node:url';
import { parse, type Import } from 'es-module-lexer';
import type * as Oxc from 'oxc-transform';
import { LoadError } from './load-error.js';
import { textPosition } from './text-position.js';

export interface TransformedSource {
  readonly code: string;
  /** A source map, version 3, whose only source is the user's file. */
  readonly map: { readonly mappings: string; readonly sources: readonly string[]; readonly names: readonly string[]; readonly version: number };
  readonly imports: readonly Import[];
}

/** Words of CommonJS: their meaning depends on how the file is run. */
const commonJs = /\b(?:require|createRequire|__dirname|__filename|exports)\b|\bmodule\s*\.\s*[a-z]/;

/** Undefined: jiti must run it. Await `init` of es-module-lexer first. */
export function transformSource(file: string, text: string): TransformedSource | undefined {
  const { transformSync } = createRequire(import.meta.url)('oxc-transform') as typeof Oxc;
  const lang = /ts$/.test(extname(file)) ? 'ts' : 'js';
  const result = transformSync(file, text, { lang, sourceType: 'module', sourcemap: true });
  const [fault] = result.errors;
  if (fault !== undefined) throw syntaxError(file, text, fault);
  if (result.code.startsWith('#!') || commonJs.test(result.code) || result.map === undefined) return undefined;
  const [imports, , , isModule] = parse(result.code);
  if (!isModule) return undefined;
  const { mappings, names, version } = result.map;
  return { code: result.code, imports, map: { mappings, names, version, sources: [pathToFileURL(file).href] } };
}

function syntaxError(file: string, text: string, fault: Oxc.OxcError): LoadError {
  const label = fault.labels[0];
  // Offsets are of UTF-8 bytes.
  const offset = label === undefined ? undefined : Buffer.from(text).subarray(0, label.start).toString().length;
  const position = offset === undefined ? {} : textPosition(text, offset);
  return new LoadError({
    code: 'definition-syntax',
    message: `syntax error: ${fault.message}`,
    hint: fault.helpMessage ?? undefined,
    file,
    ...position,
  });
}

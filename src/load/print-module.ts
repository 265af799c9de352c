/**
 * printModule(): one emitted module: its imports rewritten, `import.meta` as it is in the user's file, a source map back to it.
 *
 * Line 1 is ours, the code follows: the map begins with one `;` for it. `import.meta` becomes a name of the same length, so that columns hold.
 */

import { dirname } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Link } from './link-imports.js';
import { markStarted } from './started.js';
import type { TransformedSource } from './transform-source.js';

export interface ModuleToPrint {
  readonly file: string;
  readonly text: string;
  /** Undefined: a JSON file. */
  readonly source: TransformedSource | undefined;
  readonly links: readonly Link[];
  /** Source file → its emitted module: `./1.mjs`. */
  readonly names: ReadonlyMap<string, string>;
  /** Folder of the emitted modules. */
  readonly folder: string;
}

/** As long as `import.meta`. */
const metaName = '$importMeta';

export function printModule(module: ModuleToPrint): string {
  const { source, text } = module;
  // As a string: in a literal, the key "__proto__" would mean something else.
  if (source === undefined) return `export default JSON.parse(${JSON.stringify(text)});\n`;
  const code = [...module.links].sort((a, b) => b.at.start - a.at.start).reduce((rest, link) => replace(rest, link, module.names), source.code);
  const map = JSON.stringify({ ...source.map, mappings: `;${source.map.mappings}` });
  return `${firstLine(module)}\n${code}\n//# sourceMappingURL=data:application/json;base64,${Buffer.from(map).toString('base64')}\n`;
}

function firstLine({ file, links, folder }: ModuleToPrint): string {
  const started = markStarted(folder);
  if (!links.some((link) => link.kind === 'meta')) return started;
  const meta = { url: pathToFileURL(file).href, filename: file, dirname: dirname(file) };
  return `${started}const ${metaName} = ${JSON.stringify(meta)};`;
}

function replace(code: string, link: Link, names: ReadonlyMap<string, string>): string {
  const { at } = link;
  if (link.kind === 'node') return code;
  if (link.kind === 'meta') return code.slice(0, at.start) + metaName + code.slice(at.end);
  const target = link.kind === 'own' ? pathToFileURL(link.file).href : (names.get(link.file) ?? '');
  const hasAttributes = at.type !== 'import-meta' && at.attributesStart >= 0;
  // A static import's place is without its quotes, a dynamic one's is the whole argument, with its end before ")".
  const dynamic = at.type === 'dynamic';
  const start = dynamic ? at.start : at.start - 1;
  const end = dynamic ? at.end : at.end + 1;
  const last = dynamic ? at.importEnd - 1 : at.importEnd;
  return code.slice(0, start) + JSON.stringify(target) + code.slice(hasAttributes ? last : end);
}

/**
 * linkImports(): what each import of a module stands for.
 *
 * Not understood, and left to jiti: a computed `import()`, a package imported late or from a folder with other packages, `#imports`, tsconfig
 * `paths`, a file in a package, a link to a file, CommonJS, `import.meta.resolve`, and what is not there.
 */

import { realpathSync } from 'node:fs';
import { isBuiltin } from 'node:module';
import { dirname, extname } from 'node:path';
import type { Import } from 'es-module-lexer';
import { nearestModules } from './cache-folder.js';
import { findPathMappings } from './find-path-mappings.js';
import { ownPackage } from './own-package.js';
import { resolveRelative } from './resolve-relative.js';
import type { TransformedSource } from './transform-source.js';

/** What stands at an import: one of our modules, a file of our own package, or what Node finds by itself. */
export type Link = (
  | { readonly kind: 'source'; readonly file: string }
  | { readonly kind: 'own'; readonly file: string }
  | { readonly kind: 'node' }
  | { readonly kind: 'meta' }
) & { readonly at: Import };

export interface Linked {
  readonly understood: boolean;
  readonly links: readonly Link[];
  readonly absent: readonly string[];
  /** Files besides sources that the answer depends on. */
  readonly inputs: Readonly<Record<string, string>>;
}

export function linkImports(file: string, source: TransformedSource | undefined, modules: string | undefined): Linked {
  const links: Link[] = [];
  const absent: string[] = [];
  const inputs: Record<string, string> = {};
  let understood = true;
  for (const at of source?.imports ?? []) {
    const found = linkOne({ file, at, code: source?.code ?? '', modules });
    absent.push(...(found.absent ?? []));
    Object.assign(inputs, found.inputs);
    if (found.link === undefined) understood = false;
    else links.push(found.link);
  }
  return { understood, links, absent, inputs };
}

interface Site {
  readonly file: string;
  readonly at: Import;
  readonly code: string;
  readonly modules: string | undefined;
}

interface Found {
  readonly link?: Link;
  readonly absent?: readonly string[];
  readonly inputs?: Readonly<Record<string, string>>;
}

function linkOne(site: Site): Found {
  const { file, at, code } = site;
  if (at.type === 'import-meta') return /^\.(?:url|filename|dirname)\b/.test(code.slice(at.end)) ? { link: { kind: 'meta', at } } : {};
  const { specifier } = at;
  if (specifier === undefined || at.phase !== null || (at.type === 'dynamic' && at.glob)) return {};
  if (/^\.\.?(?:\/|$)/.test(specifier)) return linkRelative(file, specifier, at);
  if (isBuiltin(specifier)) return { link: { kind: 'node', at } };
  const own = ownPackage().files.get(specifier);
  if (own !== undefined) return { link: { kind: 'own', file: own, at } };
  return linkPackage(site, specifier);
}

function linkRelative(file: string, specifier: string, at: Exclude<Import, { type: 'import-meta' }>): Found {
  if (/[?#%\\]/.test(specifier)) return {};
  const { file: found, absent } = resolveRelative(file, specifier);
  if (found === undefined) return { absent };
  const extension = extname(found);
  const known = ['.ts', '.mts', '.js', '.mjs', '.json'].includes(extension) && !/[\\/]node_modules[\\/]/.test(found);
  // A link may come to mean another file without any file changing.
  if (!known || realpathSync(found) !== found || (at.attributesStart >= 0 && extension !== '.json')) return { absent };
  return { link: { kind: 'source', file: found, at }, absent };
}

function linkPackage({ file, at, modules }: Site, specifier: string): Found {
  const plain = /^(?:@[\w.-]+\/)?[\w-][\w.-]*(?:\/|$)/.test(specifier);
  const { mapped, absent, inputs } = findPathMappings(dirname(file));
  const usable = plain && !mapped && at.type !== 'dynamic' && modules !== undefined && nearestModules(dirname(file)) === modules;
  return usable ? { link: { kind: 'node', at }, absent, inputs } : { absent, inputs };
}

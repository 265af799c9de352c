/**
 * evaluateWithJiti(): runs a definition file by jiti, which copes with nearly everything: tsconfig paths, CommonJS, TypeScript in packages.
 *
 * `imagewright` and `imagewright/…` are our own modules, already loaded: the definition shares one instance with us.
 */

import { createRequire } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type * as Jiti from 'jiti';
import type { CacheFolder } from './cache-folder.js';
import { ownPackage } from './own-package.js';
import { sourceExtensions } from './resolve-relative.js';

/** The module's exports, or what a CommonJS file exports. */
export async function evaluateWithJiti(file: string, folder: CacheFolder | undefined): Promise<Readonly<Record<string, unknown>>> {
  const jiti = createRunner(file, {
    fsCache: folder === undefined ? false : join(folder.path, 'jiti'),
    moduleCache: false,
    interopDefault: true,
    extensions: [...sourceExtensions],
    virtualModules: await ownModules(),
  });
  return asModule(await jiti.import(file));
}

/** A tsconfig.json that cannot be read, or extends what is not installed, gives no paths. */
function createRunner(file: string, options: Jiti.JitiOptions): Jiti.Jiti {
  const { createJiti } = createRequire(import.meta.url)('jiti') as typeof Jiti;
  try {
    return createJiti(file, { ...options, tsconfigPaths: true });
  } catch {
    return createJiti(file, options);
  }
}

async function ownModules(): Promise<Record<string, unknown>> {
  const files = [...ownPackage().files];
  const loaded = files.map(async ([specifier, path]) => [specifier, (await import(pathToFileURL(path).href)) as unknown] as const);
  return Object.fromEntries(await Promise.all(loaded));
}

/** CommonJS: what is exported is the default; an empty object is what a file has that exports nothing. */
function asModule(exports: unknown): Readonly<Record<string, unknown>> {
  if (typeof exports !== 'object' || exports === null) return { default: exports };
  const isModule = '__esModule' in exports || (exports as Record<symbol, unknown>)[Symbol.toStringTag] === 'Module' || 'default' in exports;
  if (isModule || Object.keys(exports).length === 0) return exports as Readonly<Record<string, unknown>>;
  return { default: exports };
}

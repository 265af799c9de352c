/**
 * ownPackage(): what `imagewright` and `imagewright/…` mean in a definition file: the very files of the package that is running.
 *
 * So `npx imagewright` works in a folder without node_modules, and the definition shares one instance with us. The command, as it is built, has files of the
 * same names beside it (`dist/command/index.js`): the same exports, of its own script.
 */

import { readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { isFile } from './is-file.js';

export interface OwnPackage {
  /** `imagewright/presets` → absolute path of the file that it stands for. */
  readonly files: ReadonlyMap<string, string>;
}

interface PackageJson {
  readonly name?: string;
  readonly exports?: Readonly<Record<string, string | { readonly default?: string }>>;
}

export function ownPackage(): OwnPackage {
  for (let folder = dirname(fileURLToPath(import.meta.url)); ; folder = dirname(folder)) {
    const json = packageJson(folder);
    if (json?.name === 'imagewright') return { files: exportedFiles(folder, json) };
    if (folder === dirname(folder)) return { files: new Map() };
  }
}

function packageJson(folder: string): PackageJson | undefined {
  try {
    return JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as PackageJson;
  } catch {
    return undefined;
  }
}

function exportedFiles(folder: string, json: PackageJson): Map<string, string> {
  const files = new Map<string, string>();
  for (const [subpath, target] of Object.entries(json.exports ?? {})) {
    const file = typeof target === 'string' ? target : target.default;
    if (file === undefined || !/\.m?js$/.test(file)) continue;
    const beside = join(dirname(fileURLToPath(import.meta.url)), basename(file));
    files.set(`imagewright${subpath.slice(1)}`, isFile(beside) ? beside : join(folder, file));
  }
  return files;
}

/**
 * absentExport(): a name that a definition imports from this package, and that the package does not have → LoadError with the place of the name, and where it is
 * to be had. Node says so when it links the modules, before anything has run.
 *
 *     import { pythonSnakemake } from 'imagewright';      "imagewright" has no "pythonSnakemake"; import it from 'imagewright/presets'
 */

import { readFileSync } from 'node:fs';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { didYouMean } from '../spec/did-you-mean.js';
import type { Run } from './explain-failure.js';
import { LoadError } from './load-error.js';
import { ownPackage } from './own-package.js';
import { textPosition } from './text-position.js';

export async function absentExport(error: unknown, run: Run): Promise<LoadError | undefined> {
  const message = error instanceof SyntaxError ? error.message : '';
  const [, module = '', name] = /^The requested module '(.+)' does not provide an export named '(.+)'$/s.exec(message) ?? [];
  const specifier = [...ownPackage().files].find(([, file]) => file === pathOf(module))?.[0];
  if (name === undefined || specifier === undefined) return undefined;
  const place = placeOf(name, specifier, run) ?? { file: run.file };
  const hint = await hintFor(name, specifier);
  return new LoadError({ code: 'import-not-found', message: `"${specifier}" has no "${name}"`, hint, ...place, cause: error });
}

async function hintFor(name: string, specifier: string): Promise<string> {
  for (const [other, file] of ownPackage().files) if ((await namesIn(file)).includes(name)) return `import it from '${other}'`;
  const known = await namesIn(ownPackage().files.get(specifier) ?? '');
  return didYouMean(name, known) ?? `it has ${known.join(', ')}; presets are in 'imagewright/presets'`;
}

async function namesIn(file: string): Promise<readonly string[]> {
  const exports = (await import(pathToFileURL(file).href)) as Readonly<Record<string, unknown>>;
  return Object.keys(exports).sort();
}

function placeOf(
  name: string,
  specifier: string,
  { inputs }: Run,
): { readonly file: string; readonly line: number; readonly column: number } | undefined {
  for (const file of inputs) {
    const text = readFileSync(file, 'utf8');
    for (const found of text.matchAll(/\b(?:import|export)\s*\{([^}]*)\}\s*from\s*(['"])([^'"]+)\2/g)) {
      const at = found[3] === specifier ? wordIndex(found[1] ?? '', name) : -1;
      if (at >= 0) return { file, ...textPosition(text, found.index + found[0].indexOf('{') + 1 + at) };
    }
  }
  return undefined;
}

function wordIndex(text: string, word: string): number {
  return [...text.matchAll(/[\w$]+/g)].find(([found]) => found === word)?.index ?? -1;
}

function pathOf(address: string): string {
  return address.startsWith('file:') ? fileURLToPath(address) : address;
}

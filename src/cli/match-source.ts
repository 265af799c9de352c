/**
 * matchSource(): the files and folders that a source of COPY stands for. Patterns are Docker's (`*.csv`, `data/[ab]?`); they match one folder level at a time.
 */

import { lstatSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

/** Absolute paths that a source stands for. */
export function matchSource(source: string, folder: string): readonly string[] {
  const names = source.split('/').filter((name) => name !== '' && name !== '.');
  return names.reduce<readonly string[]>((folders, name) => folders.flatMap((parent) => matchName(parent, name)), [folder]);
}

/** Whether a path is one that a source stands for, or below it. */
export function matchesPath(path: string, source: string): boolean {
  const names = source.split('/').filter((name) => name !== '' && name !== '.');
  const parts = path.split('/');
  return names.every(
    (name, index) => parts[index] === name || (parts[index] !== undefined && isPattern(name) && patternExpression(name).test(parts[index])),
  );
}

function matchName(parent: string, name: string): readonly string[] {
  if (!isPattern(name)) return hasEntry(parent, name) ? [join(parent, name)] : [];
  const pattern = patternExpression(name);
  return entriesOf(parent)
    .filter((entry) => entry === name || pattern.test(entry))
    .map((entry) => join(parent, entry));
}

/** Where a name in capital letters is found in small ones, too, the builder is still particular. */
const FOLDS_CASE = process.platform === 'darwin' || process.platform === 'win32';

/** The folder is listed only where it must be: with a thousand images, it has thousands of files, and is looked at for each of them. */
function hasEntry(parent: string, name: string): boolean {
  try {
    if (name === '..' || lstatSync(join(parent, name), { throwIfNoEntry: false }) === undefined) return false;
  } catch {
    return false;
  }
  return !FOLDS_CASE || entriesOf(parent).includes(name);
}

function isPattern(name: string): boolean {
  return /[*?[\\]/.test(name);
}

/** `*`, `?`, `[a-z]`, `[^a]` and `\` before a character that is meant literally, as Go's filepath.Match has them. */
function patternExpression(pattern: string): RegExp {
  const parts = pattern.match(/\\.|\[\^?(?:\\.|[^\]\\])+\]|[^]/gu) ?? [];
  try {
    return new RegExp(`^${parts.map(partExpression).join('')}$`, 'su');
  } catch {
    return /^(?!)/;
  }
}

function partExpression(part: string): string {
  if (part === '*') return '[^/]*';
  if (part === '?') return '[^/]';
  if (part.length > 1 && part.startsWith('[')) return part;
  return (part.length > 1 && part.startsWith('\\') ? part.slice(1) : part).replace(/[$()*+./?[\\\]^{|}]/g, '\\$&');
}

/** Sorted; none where it is no folder. */
export function entriesOf(folder: string): readonly string[] {
  try {
    return readdirSync(folder).sort();
  } catch {
    return [];
  }
}

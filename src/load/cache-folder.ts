/**
 * cacheFolder(): where emitted modules may be kept: `node_modules/.cache/imagewright` of the project, or a folder of the user's own.
 *
 * Emitted code is run, so a folder that somebody else could write to is never used. Undefined when there is none: then nothing is kept.
 */

import { accessSync, constants, lstatSync, mkdirSync, statSync } from 'node:fs';
import { homedir, tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

export interface CacheFolder {
  readonly path: string;
  /** The node_modules folder that it stands in; undefined for a folder of the user. */
  readonly modules: string | undefined;
}

/** The folder, made if need be, of a definition file. */
export function cacheFolder(file: string): CacheFolder | undefined {
  const modules = nearestModules(dirname(file));
  const shared = modules === undefined ? undefined : writable(join(modules, '.cache', 'imagewright'));
  if (shared !== undefined) return { path: shared, modules };
  const own = userFolders()
    .map(writable)
    .find((path) => path !== undefined);
  return own === undefined ? undefined : { path: own, modules: undefined };
}

/** The first `node_modules` on the way up: where Node looks for packages first. */
export function nearestModules(start: string): string | undefined {
  for (let folder = start; ; folder = dirname(folder)) {
    const modules = join(folder, 'node_modules');
    if (statSync(modules, { throwIfNoEntry: false })?.isDirectory() === true) return modules;
    if (folder === dirname(folder)) return undefined;
  }
}

function userFolders(): string[] {
  const base = process.env['XDG_CACHE_HOME'] || homeCache();
  const temporary = join(tmpdir(), `imagewright-${process.getuid?.() ?? 'user'}`);
  return base === undefined ? [temporary] : [join(base, 'imagewright'), temporary];
}

/** A container's user may have no home. */
function homeCache(): string | undefined {
  try {
    return join(homedir(), '.cache');
  } catch {
    return undefined;
  }
}

function writable(path: string): string | undefined {
  try {
    mkdirSync(path, { recursive: true, mode: 0o700 });
    accessSync(path, constants.W_OK);
    return belongsToUs(path) ? path : undefined;
  } catch {
    return undefined;
  }
}

/** Neither a link, nor another user's, nor writable for others. */
function belongsToUs(path: string): boolean {
  const stat = lstatSync(path);
  if (process.getuid === undefined) return stat.isDirectory();
  return stat.isDirectory() && stat.uid === process.getuid() && (stat.mode & 0o022) === 0;
}

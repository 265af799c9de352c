/**
 * cacheFolder(): where emitted modules may be kept: `node_modules/.cache/imagewright` of the project, or a folder of the user's own.
 *
 * Emitted code is run: a folder outside the project that somebody else could write to is never used; who can write to its node_modules needs no cache to
 * be run. Undefined when there is none: then nothing is kept.
 */

import { accessSync, constants, lstatSync, mkdirSync, mkdtempSync, rmdirSync, statSync } from 'node:fs';
import { homedir, tmpdir, userInfo } from 'node:os';
import { dirname, join, sep } from 'node:path';

export type Environment = Readonly<Record<string, string | undefined>>;

export interface CacheFolder {
  readonly path: string;
  /** The node_modules folder that it stands in; undefined for a folder of the user. */
  readonly modules: string | undefined;
}

/** The folder, made if need be, of a definition file. */
export function cacheFolder(file: string, env: Environment): CacheFolder | undefined {
  const modules = nearestModules(dirname(file));
  const shared = modules === undefined ? undefined : join(modules, '.cache', 'imagewright');
  if (shared !== undefined && isWritable(shared)) return { path: shared, modules };
  const own = userFolders(env).find((path) => isWritable(path) && isPrivate(path));
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

function userFolders(env: Environment): string[] {
  const base = env['XDG_CACHE_HOME'] || homeCache();
  const temporary = join(tmpdir(), 'imagewright');
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

function isWritable(path: string): boolean {
  try {
    mkdirSync(path, { recursive: true, mode: 0o700 });
    accessSync(path, constants.W_OK);
    return true;
  } catch {
    return false;
  }
}

/** Neither a link, nor another user's, nor writable for others. */
function isPrivate(path: string): boolean {
  try {
    const stat = lstatSync(path);
    return stat.isDirectory() && (sep === '\\' || (stat.uid === ownUid(path) && (stat.mode & 0o022) === 0));
  } catch {
    return false;
  }
}

/** A uid that no account has, as a container's may be, is told by a folder that it makes. */
function ownUid(path: string): number {
  try {
    return userInfo().uid;
  } catch {
    const probe = mkdtempSync(join(path, 'owner-'));
    const { uid } = lstatSync(probe);
    rmdirSync(probe);
    return uid;
  }
}

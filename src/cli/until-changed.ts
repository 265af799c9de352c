/**
 * untilChanged(): waits until one of some files is another than it was, and none has changed for a moment; false when it is told to end first.
 *
 * The folders of the files are watched, not the files, so that it does not matter how an editor writes: in place, or to another file that then takes the name; a
 * file may go, and come back. Once a second they are looked at anyway, for folders that are not there yet and file systems that tell nothing.
 */

import { statSync, watch, type FSWatcher } from 'node:fs';
import { dirname } from 'node:path';

/** Absolute paths → what tells one state of a file from another. */
export type Stamps = ReadonlyMap<string, string>;

const QUIET_MILLISECONDS = 100;
const LOOK_MILLISECONDS = 1000;

/** Of a folder only whether it is there; with `/` at its end, also whether something has come into it or gone. */
export function stampOf(path: string): string {
  const stat = statSync(path, { throwIfNoEntry: false });
  if (stat?.isDirectory() === true && !path.endsWith('/')) return 'folder';
  return stat === undefined ? '' : `${stat.ino} ${stat.size} ${stat.mtimeMs}`;
}

export function untilChanged(before: Stamps, end: AbortSignal): Promise<boolean> {
  return new Promise((resolve) => {
    let last = '';
    let quiet: NodeJS.Timeout | undefined;
    const look = () => {
      const now = stateOf(before);
      if (now === last) return;
      last = now;
      clearTimeout(quiet);
      if (isChanged(before)) quiet = setTimeout(() => stop(true), QUIET_MILLISECONDS);
    };
    const watchers = watchFolders(before, look);
    const timer = setInterval(look, LOOK_MILLISECONDS);
    const stop = (changed: boolean) => {
      clearInterval(timer);
      clearTimeout(quiet);
      watchers.forEach((watcher) => watcher.close());
      end.removeEventListener('abort', abort);
      resolve(changed);
    };
    const abort = () => stop(false);
    end.addEventListener('abort', abort);
    if (end.aborted) abort();
    else look();
  });
}

function stateOf(files: Stamps): string {
  return [...files.keys()].map(stampOf).join('\n');
}

function isChanged(before: Stamps): boolean {
  return [...before].some(([path, stamp]) => stampOf(path) !== stamp);
}

/** A folder that cannot be watched (it is not there, or the system has no watches left) is only looked at. */
function watchFolders(files: Stamps, look: () => void): readonly FSWatcher[] {
  const folders = new Set([...files.keys()].map((path) => dirname(path)));
  return [...folders].flatMap((folder) => {
    try {
      return [watch(folder, look).on('error', look)];
    } catch {
      return [];
    }
  });
}

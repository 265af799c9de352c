/** foreignFiles(): folders of the host in which a container has left files of somebody else than the caller: told, with how they become the caller's. */

import { lstatSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { shownPath } from '../report.js';
import type { HostFolder } from './run-options.js';

export function foreignFiles(folders: readonly HostFolder[]): string | undefined {
  const uid = process.getuid?.();
  if (uid === undefined) return undefined;
  const foreign = folders.filter(({ path, readOnly }) => !readOnly && hasForeign(path, uid)).map(({ path }) => shownPath(path));
  if (foreign.length === 0) return undefined;
  return `not all in ${foreign.join(', ')} is yours; --user caller, or container: { user: 'caller' }, makes what is written there yours`;
}

function hasForeign(folder: string, uid: number): boolean {
  try {
    return readdirSync(folder).some((name) => lstatSync(join(folder, name)).uid !== uid);
  } catch {
    return false;
  }
}

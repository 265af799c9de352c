/**
 * keepOutput(): what a step printed that failed, whole, where nobody has seen all of it; gives the words that tell where.
 *
 * In the cache folder of the definition file, under a name of that file's own; the next failure takes its place.
 */

import { basename, join } from 'node:path';
import { cacheFolder } from '../../load/cache-folder.js';
import { hashedName } from '../../load/hashed-name.js';
import { shownPath } from '../report.js';
import { writeWhole } from '../write-whole.js';
import { SHOWN_LINES } from './failure-faults.js';

export function keepOutput(file: string, lines: readonly string[]): string {
  const folder = lines.length <= SHOWN_LINES ? undefined : cacheFolder(file, process.env);
  if (folder === undefined) return 'with --progress plain, all are shown';
  const path = join(folder.path, `failed-${hashedName(file)}.log`);
  try {
    writeWhole(path, `${lines.join('\n')}\n`);
    return `all are in ${shownPath(path)}`;
  } catch {
    return 'with --progress plain, all are shown';
  }
}

/**
 * isFile(): whether a path is a file (or a link to one); false when it is not there.
 */

import { statSync } from 'node:fs';

export function isFile(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isFile() === true;
}

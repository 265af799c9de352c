/**
 * hashedName(): a short name for an absolute path, for what is kept of it: `/home/ada/image.ts` → `image.ts-1x2y3z`. Two paths may share one: what is kept
 * under it says which it is for.
 */

import { basename } from 'node:path';

export function hashedName(path: string): string {
  let hash = 0x811c9dc5;
  for (let index = 0; index < path.length; index += 1) hash = Math.imul(hash ^ path.charCodeAt(index), 0x01000193);
  return `${basename(path)}-${(hash >>> 0).toString(36)}`;
}

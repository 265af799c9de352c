/**
 * changesLine(): how often paths of the context change, as a line of the Dockerfile, so that the order of its layers is decided by the file and not by whatever
 * commits have come since; readChanges(): what such a line says.
 *
 *     # imagewright:changes {"count.py":0.62,"texts":0.02}
 */

import type { PathChanges } from '../ir/change-probability.js';
import { verifyHeader } from './header.js';

const PREFIX = '# imagewright:changes ';

/** Undefined where nothing is known. */
export function changesLine(changes: PathChanges | undefined): string | undefined {
  const known = Object.entries(changes ?? {}).sort(([left], [right]) => (left < right ? -1 : 1));
  return known.length === 0 ? undefined : `${PREFIX}${JSON.stringify(Object.fromEntries(known))}`;
}

/** Undefined for a Dockerfile without such a line, and for one that is not as we wrote it. */
export function readChanges(dockerfile: string): PathChanges | undefined {
  const line = dockerfile.split(/\r?\n/).find((each) => each.startsWith(PREFIX));
  if (line === undefined || verifyHeader(dockerfile) !== 'ours') return undefined;
  return JSON.parse(line.slice(PREFIX.length)) as PathChanges;
}

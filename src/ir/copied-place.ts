/**
 * copiedPlace(): where COPY, ADD or a file puts something, as far as the program says it: an absolute path, without the links that bases have instead of folders.
 *
 *     WORKDIR /opt/tides
 *     COPY texts ./texts/          /opt/tides/texts
 *     COPY service /lib/systemd/   /usr/lib/systemd
 */

import { literalPath } from '../text.js';
import { absolutePath, folderAfter } from './folder.js';
import type { Add, Copy, File, Instruction } from './instruction.js';

/** Links of the bases that we know, and what they lead to. */
const LINKS = [
  [/^\/(?=(?:bin|sbin|lib|lib32|lib64|libx32)(?:\/|$))/, '/usr/'],
  [/^\/var\/run(?=\/|$)/, '/run'],
  [/^\/var\/lock(?=\/|$)/, '/run/lock'],
] as const;

export type Copying = Copy | Add | File;

export function isCopying(instruction: Instruction): instruction is Copying {
  return instruction.kind === 'copy' || instruction.kind === 'add' || instruction.kind === 'file';
}

/** `before`: what stands before it in its stage. */
export function copiedPlace(instruction: Copying, before: readonly Instruction[]): string | undefined {
  const to = literalPath(instruction.to);
  const path = to === undefined ? undefined : absolutePath(to, before.reduce(folderAfter, undefined));
  return path === undefined ? undefined : LINKS.reduce((place, [link, target]) => place.replace(link, target), path);
}

/** Whether one is in the other, or the other. */
export function arePlacesRelated(place: string, other: string): boolean {
  return `${place}/`.startsWith(`${other}/`) || `${other}/`.startsWith(`${place}/`) || place === '/' || other === '/';
}

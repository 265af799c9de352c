/** Whether a request can be taken apart: to a package manager of the system, for packages alone, in any order, and nothing that a pass has taken apart already. */

import type { Install } from './instruction.js';

const SYSTEM_MANAGERS = ['apt', 'apk', 'dnf', 'microdnf', 'zypper', 'pacman'];

export function isPlainRequest({ manager, mergeable, sortable, options, reads, mounts, group }: Install): boolean {
  const isPlain = options.length === 0 && reads.length === 0 && mounts.length === 0;
  return SYSTEM_MANAGERS.includes(manager) && mergeable && sortable && isPlain && group === undefined;
}

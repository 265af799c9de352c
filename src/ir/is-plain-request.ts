/**
 * Whether a request can be taken apart: to a package manager of the system, for packages alone, in any order, and nothing that a pass has taken apart already.
 *
 * Not with a version or a release of any of them (`jq=1.6`, `jq/bookworm-backports`): what was installed before may have brought another one along, which the manager would not take
 * back. It has to know of all at once.
 */

import type { Install } from './instruction.js';

const SYSTEM_MANAGERS = ['apt', 'apk', 'dnf', 'microdnf', 'zypper', 'pacman'];

const HAS_VERSION = /[=<>~/]/;

export function isPlainRequest({ manager, packages, mergeable, sortable, options, reads, mounts, group }: Install): boolean {
  const isPlain = options.length === 0 && reads.length === 0 && mounts.length === 0 && !packages.some(({ value }) => HAS_VERSION.test(value));
  return SYSTEM_MANAGERS.includes(manager) && mergeable && sortable && isPlain && group === undefined;
}

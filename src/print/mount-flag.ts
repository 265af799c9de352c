/**
 * mountFlag(): a mount as `--mount=…`. Secrets are always required: without `required`, a build that lacks one would go on with an empty file.
 *
 *     --mount=type=cache,target=/var/cache/apt,sharing=locked
 *     --mount=type=secret,id=pip_token,required=true
 */

import type { Mount } from '../mount.js';
import { carryFault, shown } from './carry.js';
import type { Fault } from './line.js';
import { mountValue } from './quote.js';

type Field = readonly [key: string, value: string];

export function mountFlag(mount: Mount): string {
  return `--mount=${mountValue([['type', mount.type], ...mountFields(mount)])}`;
}

/** Why the builder could not read a mount back. */
export function mountFault(mount: Mount): Fault | undefined {
  const fields = mountFields(mount);
  const faults = fields.map(([key, value]) => {
    if (value !== '') return carryFault(value, { name: `${key} of a mount`, alphabet: 'flag' });
    return { message: `${shown(value)} cannot be the ${key} of a mount`, hint: 'give it a value' };
  });
  return faults.find((fault) => fault !== undefined);
}

function mountFields(mount: Mount): readonly Field[] {
  switch (mount.type) {
    case 'bind':
      return [
        ...field('from', mount.from),
        // A folder is the same with and without a slash behind it.
        ...field('source', mount.source?.replace(/(?<=.)\/+$/, '')),
        ['target', mount.target],
        ...(mount.readWrite === true ? [['rw', 'true'] as const] : []),
      ];
    case 'cache':
      return [...field('id', mount.id), ['target', mount.target], ...field('sharing', mount.sharing), ...rights(mount)];
    case 'secret':
      return [['id', mount.id], ...field('target', mount.target), ...field('env', mount.env), ...rights(mount), ['required', 'true']];
    case 'ssh':
      return [...field('id', mount.id), ...rights(mount)];
    case 'tmpfs':
      return [['target', mount.target], ...field('size', mount.size)];
  }
}

function rights({ mode, uid, gid }: Extract<Mount, { type: 'cache' | 'secret' | 'ssh' }>): readonly Field[] {
  return [...field('mode', mode), ...field('uid', uid), ...field('gid', gid)];
}

function field(key: string, value: string | number | undefined): readonly Field[] {
  return value === undefined ? [] : [[key, String(value)]];
}

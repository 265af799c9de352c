/**
 * mountFlag(): a mount as `--mount=…`. Secrets are required unless said otherwise: a build that lacks one would go on without it.
 *
 *     --mount=type=cache,target=/var/cache/apt,sharing=locked
 *     --mount=type=secret,id=pip_token,required=true
 *
 * Options that are on or off stand without a value, which Buildah would refuse; it has a name of its own for the size of a tmpfs.
 */

import type { Mount } from '../mount.js';
import { pathText, type PathText } from '../text.js';
import { shown, textFault } from './carry.js';
import { DEFAULT_TARGET } from '../target.js';
import type { Fault, PrintContext } from './line.js';
import { mountValue } from './quote.js';

type Field = readonly [key: string, value: PathText | undefined];

export function mountFlag(mount: Mount, { target = DEFAULT_TARGET, escape = '\\' }: Partial<Pick<PrintContext, 'target' | 'escape'>> = {}): string {
  const fields = mountFields(mount).map(([key, value]): Field => [target.builder === 'buildah' && key === 'size' ? 'tmpfs-size' : key, value]);
  return `--mount=${mountValue([['type', mount.type], ...fields], escape)}`;
}

/** Why the builder could not read a mount back. */
export function mountFault(mount: Mount): Fault | undefined {
  const fields = mountFields(mount);
  const faults = fields.map(([key, value]) => {
    if (value === undefined) return undefined;
    if (value !== '') return textFault(pathText(value), { name: `${key} of a mount`, alphabet: 'flag' });
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
        ...field('source', typeof mount.source === 'string' ? mount.source.replace(/(?<=.)\/+$/, '') : mount.source),
        ['target', mount.target],
        ...(mount.readWrite === true ? [['rw', undefined] as const] : []),
      ];
    case 'cache':
      return [
        ...field('id', mount.id),
        ['target', mount.target],
        ...field('sharing', mount.sharing),
        ...field('from', mount.from),
        ...field('source', mount.source),
        ...(mount.readOnly === true ? [['ro', undefined] as const] : []),
        ...rights(mount),
      ];
    case 'secret':
      return [['id', mount.id], ...field('target', mount.target), ...field('env', mount.env), ...rights(mount), ...required(mount.required ?? true)];
    case 'ssh':
      return [...field('id', mount.id), ...field('target', mount.target), ...rights(mount), ...required(mount.required ?? false)];
    case 'tmpfs':
      return [['target', mount.target], ...field('size', mount.size)];
  }
}

function rights({ mode, uid, gid }: Extract<Mount, { type: 'cache' | 'secret' | 'ssh' }>): readonly Field[] {
  return [...field('mode', mode), ...field('uid', uid), ...field('gid', gid)];
}

function required(isRequired: boolean): readonly Field[] {
  return isRequired ? [['required', 'true']] : [];
}

function field(key: string, value: PathText | number | undefined): readonly Field[] {
  return value === undefined ? [] : [[key, typeof value === 'number' ? String(value) : value]];
}

/** A run and its mounts. */

import { childOrigin, type Located } from '../../origin.js';
import type { Mount } from '../../mount.js';
import { items } from '../said.js';
import type { RunSpec } from '../spec.js';
import type { BindMountOptions, MountOptions, Run, RunOptions, SecretMountOptions } from '../types.js';
import { resolvePath } from './copied.js';
import { given } from './given.js';
import { resolveEnv } from './variables.js';

export function resolveRun({ value, origin }: Located<Run>): RunSpec {
  const options: RunOptions = typeof value === 'string' ? { script: value } : value;
  const { script, uses = [], mounts = [], network, security, devices, user, workdir, env = {}, verbatim = false, layer } = options;
  return {
    kind: 'run',
    script: typeof script === 'string' ? script : [...script],
    uses: items({ value: uses, origin: childOrigin(origin, 'uses') }),
    mounts: mounts.map(resolveMount),
    ...given('network', network),
    ...given('security', security),
    ...given('devices', devices === undefined || devices.length === 0 ? undefined : [...devices]),
    ...given('user', user === undefined ? undefined : String(user)),
    ...given('workdir', workdir),
    env: resolveEnv([{ value: env, origin: childOrigin(origin, 'env') }]),
    verbatim,
    ...given('layer', layer),
    origin,
  };
}

function resolveMount(mount: MountOptions): Mount {
  switch (mount.kind) {
    case 'cache': {
      const { kind, target, id, sharing, readOnly } = mount;
      const options = {
        ...given('id', id === undefined ? undefined : resolvePath(id)),
        ...given('sharing', sharing),
        ...given('readOnly', readOnly),
      };
      return { type: kind, target: resolvePath(target), ...options, ...given('source', mount.source), ...takenFrom(mount), ...rightsOf(mount) };
    }
    case 'bind':
      return { type: 'bind', target: resolvePath(mount.target), ...takenFrom(mount), ...bound(mount), ...given('readWrite', mount.readWrite) };
    case 'secret': {
      const { id, target, env, required } = mount;
      return { type: 'secret', id, ...given('target', target), ...given('env', env), ...given('required', required), ...rightsOf(mount) };
    }
    case 'ssh': {
      const { id, target, required } = mount;
      return { type: 'ssh', ...given('id', id), ...given('target', target), ...given('required', required), ...rightsOf(mount) };
    }
    case 'tmpfs':
      return { type: 'tmpfs', target: resolvePath(mount.target), ...given('size', mount.size === undefined ? undefined : bytes(mount.size)) };
    default:
      return mount satisfies never;
  }
}

function takenFrom({ stage, image, context }: Pick<BindMountOptions, 'stage' | 'image' | 'context'>) {
  return given('from', stage ?? image ?? context);
}

function bound({ source }: BindMountOptions) {
  return given('source', source === undefined ? undefined : resolvePath(source));
}

const UNITS: Readonly<Record<string, number>> = { k: 2 ** 10, m: 2 ** 20, g: 2 ** 30 };

/** Builders read units differently, and bytes alike. */
function bytes(size: number | string): number {
  if (typeof size === 'number') return size;
  return Math.round(Number(size.slice(0, -1)) * (UNITS[size.at(-1) ?? ''] ?? 1));
}

/** Who may use what is mounted. */
export function rightsOf({ mode, uid, gid }: Pick<SecretMountOptions, 'mode' | 'uid' | 'gid'>) {
  return { ...given('mode', mode), ...given('uid', uid), ...given('gid', gid) };
}

/** A run and its mounts. */

import { childOrigin, type Located } from '../../origin.js';
import type { Mount } from '../../mount.js';
import { items } from '../said.js';
import type { RunSpec } from '../spec.js';
import type { MountOptions, Run, RunOptions, SecretMountOptions } from '../types.js';
import { given } from './given.js';
import { resolveEnv } from './variables.js';

export function resolveRun({ value, origin }: Located<Run>): RunSpec {
  const options: RunOptions = typeof value === 'string' ? { script: value } : value;
  const { script, uses = [], mounts = [], network, security, user, workdir, env = {}, verbatim = false } = options;
  return {
    kind: 'run',
    script: typeof script === 'string' ? script : [...script],
    uses: items({ value: uses, origin: childOrigin(origin, 'uses') }),
    mounts: mounts.map(resolveMount),
    ...given('network', network),
    ...given('security', security),
    ...given('user', user === undefined ? undefined : String(user)),
    ...given('workdir', workdir),
    env: resolveEnv([{ value: env, origin: childOrigin(origin, 'env') }]),
    verbatim,
    origin,
  };
}

function resolveMount(mount: MountOptions): Mount {
  switch (mount.kind) {
    case 'cache': {
      const { kind, target, id, sharing } = mount;
      return { type: kind, target, ...given('id', id), ...given('sharing', sharing), ...rightsOf(mount) };
    }
    case 'bind': {
      const { kind, target, source, stage, image, readWrite } = mount;
      return { type: kind, target, ...given('source', source), ...given('from', stage ?? image), ...given('readWrite', readWrite) };
    }
    case 'secret':
      return { type: 'secret', id: mount.id, ...given('target', mount.target), ...given('env', mount.env), ...rightsOf(mount) };
    case 'ssh':
      return { type: 'ssh', ...given('id', mount.id), ...rightsOf(mount) };
    case 'tmpfs':
      return { type: 'tmpfs', target: mount.target, ...given('size', mount.size) };
    default:
      return mount satisfies never;
  }
}

/** Who may use what is mounted. */
export function rightsOf({ mode, uid, gid }: Pick<SecretMountOptions, 'mode' | 'uid' | 'gid'>) {
  return { ...given('mode', mode), ...given('uid', uid), ...given('gid', gid) };
}

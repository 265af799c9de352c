/** Helpers for the mounts of a run: `cache`, `bind`, `secret`, `ssh` and `tmpfs`. All return plain data. */

import type {
  AbsolutePath,
  BindMountOptions,
  CacheMountOptions,
  Expansion,
  SecretMountOptions,
  SshMountOptions,
  TmpfsMountOptions,
} from './types.js';

/**
 * A folder that the builder keeps between builds.
 *
 * @example run('make', { mounts: [cache('/root/.ccache')] })
 */
export function cache<const Stages extends string = never>(
  target: AbsolutePath | Expansion,
  options: Omit<CacheMountOptions<Stages>, 'kind' | 'target'> = {},
): CacheMountOptions<NoInfer<Stages>> {
  return { kind: 'cache', target, ...options };
}

/**
 * A file or folder of the context, of a stage or of an image, that is there while a command runs.
 *
 * @example run('make -C /src', { mounts: [bind('/src', { source: 'src' })] })
 */
export function bind<const Stages extends string = never>(
  target: AbsolutePath | Expansion,
  options: Omit<BindMountOptions<Stages>, 'kind' | 'target'> = {},
): BindMountOptions<NoInfer<Stages>> {
  return { kind: 'bind', target, ...options };
}

/**
 * A secret of the build, given with `--secret id=…`: the only way for one into a build, and it leaves no trace in the image.
 *
 * @example run('pip install -r private.txt', { mounts: [secret('pip_token', { env: 'PIP_TOKEN' })] })
 */
export function secret(id: string, options: Omit<SecretMountOptions, 'kind' | 'id'> = {}): SecretMountOptions {
  return { kind: 'secret', id, ...options };
}

/**
 * The SSH agent of whoever builds, given with `--ssh`.
 *
 * @example run('git clone git@git.example.org:team/data.git', { mounts: [ssh()] })
 * @example run('rsync -a …', { mounts: [ssh('cluster', { required: true })] })
 */
export function ssh(id?: string, options: Omit<SshMountOptions, 'kind' | 'id'> = {}): SshMountOptions {
  return id === undefined ? { kind: 'ssh', ...options } : { kind: 'ssh', id, ...options };
}

/**
 * A temporary folder in memory.
 *
 * @example run('make test', { mounts: [tmpfs('/tmp', { size: 268_435_456 })] })
 */
export function tmpfs(target: AbsolutePath | Expansion, options: Omit<TmpfsMountOptions, 'kind' | 'target'> = {}): TmpfsMountOptions {
  return { kind: 'tmpfs', target, ...options };
}

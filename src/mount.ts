/**
 * Mounts of a RUN: what is there while a command runs and not in the image afterwards.
 *
 * Leaf module, shared by the spec and the program. Field names are those of `RUN --mount`.
 */

export type Mount = BindMount | CacheMount | SecretMount | SshMount | TmpfsMount;

/** A file or folder of the build context, of a stage or of an image. */
export interface BindMount {
  readonly type: 'bind';
  readonly target: string;
  readonly source?: string;
  /** A stage or an image; the build context when absent. */
  readonly from?: string;
  /** Writes are allowed and thrown away. @default false */
  readonly readWrite?: boolean;
}

/** A folder that the builder keeps between builds. */
export interface CacheMount {
  readonly type: 'cache';
  readonly target: string;
  /** @default the target */
  readonly id?: string;
  /** @default 'shared' */
  readonly sharing?: 'shared' | 'private' | 'locked';
  readonly mode?: string;
  readonly uid?: number;
  readonly gid?: number;
}

/** A secret of the build, given with `--secret id=…`; a build without it fails. */
export interface SecretMount {
  readonly type: 'secret';
  readonly id: string;
  /** Path of the file. @default /run/secrets/ID, unless `env` is given */
  readonly target?: string;
  /** Name of an environment variable that holds it, instead of a file. */
  readonly env?: string;
  readonly mode?: string;
  readonly uid?: number;
  readonly gid?: number;
}

/** The SSH agent of the build, given with `--ssh`. */
export interface SshMount {
  readonly type: 'ssh';
  readonly id?: string;
  readonly mode?: string;
  readonly uid?: number;
  readonly gid?: number;
}

/** A temporary file system in memory. */
export interface TmpfsMount {
  readonly type: 'tmpfs';
  readonly target: string;
  /** Bytes. */
  readonly size?: number;
}

/**
 * Mounts of a RUN: what is there while a command runs and not in the image afterwards.
 *
 * Leaf module, shared by the spec and the program. Field names are those of `RUN --mount`.
 */

import type { PathText } from './text.js';

export type Mount = BindMount | CacheMount | SecretMount | SshMount | TmpfsMount;

/** A file or folder of the build context, of a stage or of an image. */
export interface BindMount {
  readonly type: 'bind';
  readonly target: PathText;
  readonly source?: PathText;
  /** A stage, an image or a named context; the build context when absent. */
  readonly from?: string;
  /** Writes are allowed and thrown away. @default false */
  readonly readWrite?: boolean;
}

/** A folder that the builder keeps between builds. */
export interface CacheMount {
  readonly type: 'cache';
  readonly target: PathText;
  /** May have variables: `apt-$TARGETARCH`. @default the target */
  readonly id?: PathText;
  /** @default 'shared' */
  readonly sharing?: 'shared' | 'private' | 'locked';
  /** A stage, an image or a named context that it begins with; empty when absent. */
  readonly from?: string;
  readonly source?: string;
  /** @default false */
  readonly readOnly?: boolean;
  readonly mode?: string;
  readonly uid?: number;
  readonly gid?: number;
}

/** A secret of the build, given with `--secret id=…`; a build without it fails, unless it is not required. */
export interface SecretMount {
  readonly type: 'secret';
  readonly id: string;
  /** Path of the file. @default /run/secrets/ID, unless `env` is given */
  readonly target?: string;
  /** Name of an environment variable that holds it, instead of a file. */
  readonly env?: string;
  /** @default true */
  readonly required?: boolean;
  readonly mode?: string;
  readonly uid?: number;
  readonly gid?: number;
}

/** The SSH agent of the build, given with `--ssh`. */
export interface SshMount {
  readonly type: 'ssh';
  readonly id?: string;
  /** Path of the socket. @default chosen by the builder, which says it in SSH_AUTH_SOCK */
  readonly target?: string;
  /** Whether a build without it fails. @default false */
  readonly required?: boolean;
  readonly mode?: string;
  readonly uid?: number;
  readonly gid?: number;
}

/** A temporary file system in memory. */
export interface TmpfsMount {
  readonly type: 'tmpfs';
  readonly target: PathText;
  /** Bytes. */
  readonly size?: number;
}

/** The steps of a stage, as the spec has them: what is copied, added, written and run, and what is set between. */

import type { Mount } from '../mount.js';
import type { Located, Origin } from '../origin.js';
import type { AnyText, PathText, Text } from '../text.js';
import type { ArgSpec, EnvSpec, UserSpec } from './spec.js';

export type StepSpec =
  | CopySpec
  | AddSpec
  | FileSpec
  | RunSpec
  | { readonly kind: 'env'; readonly entries: readonly EnvSpec[]; readonly origin: Origin }
  | { readonly kind: 'arg'; readonly args: readonly ArgSpec[]; readonly origin: Origin }
  | { readonly kind: 'user'; readonly user: UserSpec; readonly origin: Origin }
  | { readonly kind: 'workdir'; readonly path: Text; readonly origin: Origin }
  | { readonly kind: 'shell'; readonly argv: readonly string[]; readonly origin: Origin }
  | { readonly kind: 'raw'; readonly text: string; readonly origin: Origin };

export interface CopySpec {
  readonly kind: 'copy';
  readonly from: readonly PathText[];
  readonly to: PathText;
  /** Where from, when not the build context. */
  readonly source?: { readonly stage: string } | { readonly image: string } | { readonly context: string };
  readonly chown?: AnyText;
  /** Octal, or a change: `0755`, `u=rwX`. */
  readonly chmod?: AnyText;
  readonly link?: boolean;
  readonly parents?: boolean;
  readonly exclude: readonly string[];
  readonly layer?: 'own' | 'shared';
  /** Whatever the project's history says. */
  readonly changes?: 'often' | 'rarely';
  readonly origin: Origin;
}

/** Downloads, repositories or archives of the context, which are unpacked. */
export interface AddSpec {
  readonly kind: 'add';
  readonly sources: readonly AddSource[];
  readonly to: PathText;
  /** Of the only source: `sha256:…` of a download, the commit of a repository. */
  readonly checksum?: Text;
  readonly keepGitDir?: boolean;
  /** Undefined: archives of the context are, downloads are not. */
  readonly unpack?: boolean;
  readonly chown?: AnyText;
  readonly chmod?: AnyText;
  readonly link?: boolean;
  readonly exclude: readonly string[];
  readonly origin: Origin;
}

export type AddSource =
  | { readonly type: 'url'; readonly url: Text }
  | { readonly type: 'git'; readonly repository: Text; readonly ref?: Text; readonly folder?: string }
  | { readonly type: 'archive'; readonly path: string };

export interface FileSpec {
  readonly kind: 'file';
  readonly to: string;
  readonly content: string;
  readonly chmod?: AnyText;
  readonly chown?: AnyText;
  /** Whether the builder expands `$VARIABLE` in the content. Default false. */
  readonly expand: boolean;
  readonly origin: Origin;
}

export interface RunSpec {
  readonly kind: 'run';
  /** A shell script of one or several lines, or an argument list (exec form). */
  readonly script: string | readonly string[];
  /** Files and folders of the context that the script reads: bind-mounted below the working directory while it runs. */
  readonly uses: readonly Located<string>[];
  readonly mounts: readonly Mount[];
  readonly network?: 'default' | 'none' | 'host';
  readonly security?: 'sandbox' | 'insecure';
  /** CDI names. */
  readonly devices?: readonly string[];
  /** For this step alone. */
  readonly user?: string;
  readonly workdir?: string;
  readonly env: readonly EnvSpec[];
  /** No pass may touch it. */
  readonly verbatim: boolean;
  readonly layer?: 'own' | 'shared';
  readonly origin: Origin;
}

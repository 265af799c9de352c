/**
 * The instruction union: one interface for each instruction of the Dockerfile language, plus `install` and `file`, which passes and printers understand
 * as a whole. All are plain frozen-style data; every instruction bears its origins.
 */

import type { Mount, CacheMount } from '../mount.js';
import type { Located, Origin } from '../origin.js';
import type { AnyText, PathText, Text } from '../text.js';

interface InstructionBase {
  /** What was written to get it; never empty. */
  readonly origins: readonly Origin[];
  /** Says what it is for; printed above it. */
  readonly comment?: string;
}

export type Instruction =
  | From
  | Arg
  | Env
  | Label
  | Shell
  | Workdir
  | User
  | Copy
  | Add
  | File
  | Install
  | Run
  | Expose
  | Volume
  | Healthcheck
  | StopSignal
  | Entrypoint
  | Cmd
  | Onbuild
  | Raw;

export type InstructionKind = Instruction['kind'];

/** `FROM image` or `FROM stage`; always the first instruction of its stage. */
export interface From extends InstructionBase {
  readonly kind: 'from';
  /** An image reference (`debian:bookworm-slim`, `scratch`, with `@sha256:…` where pinned); may use global build arguments. */
  readonly image?: Text;
  /** A stage of this program, instead of an image. */
  readonly stage?: string;
  /** `linux/amd64`, or a variable: `$BUILDPLATFORM`. */
  readonly platform?: string;
  /** Shell of the base's shell-form commands, where it is known to be no POSIX one: `cmd`. */
  readonly shell?: readonly string[];
  /** Whether the base is known to have the folders that every Linux has at its root, and no other there. */
  readonly standardRoot?: true;
  /** What the base is known to do first in whatever builds on it: its ONBUILD instructions. */
  readonly triggers?: readonly Trigger[];
}

export interface Arg extends InstructionBase {
  readonly kind: 'arg';
  readonly name: string;
  readonly default?: Text;
}

export interface NamedText {
  readonly name: string;
  readonly value: Text;
  readonly origin: Origin;
}

/** One `ENV` of one or more variables; all values see the variables from before the instruction. */
export interface Env extends InstructionBase {
  readonly kind: 'env';
  readonly entries: readonly NamedText[];
}

export interface Label extends InstructionBase {
  readonly kind: 'label';
  readonly entries: readonly NamedText[];
}

export interface Shell extends InstructionBase {
  readonly kind: 'shell';
  readonly argv: readonly string[];
}

export interface Workdir extends InstructionBase {
  readonly kind: 'workdir';
  readonly path: Text;
}

export interface User extends InstructionBase {
  readonly kind: 'user';
  readonly user: AnyText;
}

export interface Copy extends InstructionBase {
  readonly kind: 'copy';
  /** Literal paths or, from the context, patterns as Docker has them. */
  readonly sources: readonly PathText[];
  readonly to: PathText;
  /** A stage of this program, an image or a named context; the build context when absent. */
  readonly from?: { readonly stage: string } | { readonly image: string } | { readonly context: string };
  readonly chown?: AnyText;
  readonly chmod?: AnyText;
  readonly link?: boolean;
  readonly parents?: boolean;
  readonly exclude: readonly string[];
  readonly layer?: LayerHint;
  /** What its author knows of how often it changes. */
  readonly changes?: 'often' | 'rarely';
}

/** What its author wants of the layer of a step: that it is not joined with its neighbours, or that it is, with those that say the same. */
export type LayerHint = 'own' | 'shared';

/** `ADD`: downloads, git repositories, and archives of the context, which it unpacks. */
export interface Add extends InstructionBase {
  readonly kind: 'add';
  readonly sources: readonly AddSource[];
  readonly to: PathText;
  /** `sha256:…` of a download, or the commit of a repository; only with a single source. */
  readonly checksum?: Text;
  /** Whether `.git` comes along with a repository. */
  readonly keepGitDir?: boolean;
  /** Whether archives are unpacked. The builder's default: those of the context are, downloads are not. */
  readonly unpack?: boolean;
  readonly chown?: AnyText;
  readonly chmod?: AnyText;
  readonly link?: boolean;
  readonly exclude: readonly string[];
}

export type AddSource =
  | { readonly type: 'url'; readonly url: Text }
  /** `https://git.example.org/team/tool.git#v1.2:docs`: a branch, tag or commit, and a folder of it. */
  | { readonly type: 'git'; readonly repository: Text; readonly ref?: Text; readonly folder?: string }
  /** A literal path of the context, or a pattern as Docker has it. */
  | { readonly type: 'archive'; readonly path: string };

/** A file whose content stands in the Dockerfile: `COPY <<EOF /path`. */
export interface File extends InstructionBase {
  readonly kind: 'file';
  readonly to: string;
  /** Ends with a newline, or is empty. */
  readonly content: string;
  readonly chmod?: AnyText;
  readonly chown?: AnyText;
  readonly expand: boolean;
}

/**
 * A request to one package manager. The passes gather requests of the same manager and decide between cache mounts and clean-up; the last pass
 * (`write-installs`) turns each into a `run`.
 *
 * Its commands: `prepare`, then `install` (once, with the packages' arguments), then `cleanup` where no cache mounts are used, then `traces`.
 */
export interface Install extends InstructionBase {
  readonly kind: 'install';
  /** `apt`, `apk`, …, `pip`, `uv`. */
  readonly manager: string;
  /** Shell lines before: `apt-get update`. */
  readonly prepare: readonly string[];
  /** The command, before its packages: `apt-get install -y --no-install-recommends`. */
  readonly command: string;
  /** Options for the command that only make sense with the cache mounts: `-o Dir::Cache::archives=kept`. */
  readonly cacheOptions: readonly string[];
  /** Options for the command where there are no cache mounts: `--no-cache-dir`. */
  readonly noCacheOptions: readonly string[];
  /** What is asked for, as arguments of the command, unquoted. */
  readonly packages: readonly Located<string>[];
  /** Shell-quoted arguments after the packages, order kept: `-r /tmp/requirements.txt`. */
  readonly options: readonly string[];
  /** Shell lines that remove what the manager leaves behind: `rm -rf /var/lib/apt/lists/*`. */
  readonly cleanup: readonly string[];
  /** Shell lines that remove, with mounts and without, what is other in each build and of no use in an image: `rm -rf /var/log/apt/*`. Default: none. */
  readonly traces?: readonly string[];
  /** Mounts instead of the clean-up. */
  readonly caches: readonly CacheMount[];
  /** Mounts that it always needs: secrets. */
  readonly mounts: readonly Mount[];
  /** Files and folders of the context that it reads, and where its options expect them; bind-mounted there. */
  readonly reads: readonly InstallRead[];
  /** Environment of the command alone: `DEBIAN_FRONTEND=noninteractive`. */
  readonly environment: readonly { readonly name: string; readonly value: string }[];
  /** Whether the order of the packages has no meaning, so that they may be sorted. */
  readonly sortable: boolean;
  /** Whether requests with the same manager, prepare, command, options and environment may become one. */
  readonly mergeable: boolean;
  /** Set by a pass that has split a request: what is chosen once, or what comes and goes. */
  readonly group?: 'lasting' | 'changing';
  /** Set by a pass: mounts or clean-up; undefined: neither (as written). */
  readonly caching?: 'mounts' | 'cleanup';
}

export interface InstallRead {
  readonly source: string;
  readonly target: string;
  /** Whether it may write there; what it writes is thrown away. */
  readonly readWrite?: true;
  readonly origin: Origin;
}

export interface Run extends InstructionBase {
  readonly kind: 'run';
  readonly script: RunScript;
  readonly mounts: readonly Mount[];
  readonly network?: 'default' | 'none' | 'host';
  readonly security?: 'sandbox' | 'insecure';
  /** CDI names of devices that must be there. */
  readonly devices?: readonly string[];
  /** No pass may touch it. */
  readonly verbatim: boolean;
  readonly layer?: LayerHint;
  /**
   * Small house-keeping that the compiler wrote, not the author (a user is created, say): it may share a layer with its like even where layers are kept
   * apart for the cache. Never set on what an install became.
   */
  readonly generated?: boolean;
}

export type RunScript =
  /** Commands that are joined with `&&`: the failure of one ends them all. Each is a complete shell line; `isolated`: runs in a subshell when joined. */
  | { readonly form: 'commands'; readonly commands: readonly ShellCommand[] }
  /** A script of several lines, kept as it is: a heredoc. */
  | { readonly form: 'script'; readonly text: string }
  | { readonly form: 'exec'; readonly argv: readonly string[] };

export interface ShellCommand {
  readonly line: string;
  /** Words after `line` that stand on lines of their own (packages); already quoted for the shell. */
  readonly arguments: readonly string[];
  /** Whether it could leave something behind in its shell (cd, variables, options), so that joining needs a subshell. */
  readonly isolated: boolean;
  /** Of a RUN that was joined to the one before it; printed above `line`. */
  readonly comment?: string;
  /** Where `line` was written, when known more finely than the instruction's origins. */
  readonly origins?: readonly Origin[];
  /** Where each of `arguments` was written: `argumentOrigins[i]` belongs to `arguments[i]`. */
  readonly argumentOrigins?: readonly (readonly Origin[])[];
}

export interface Expose extends InstructionBase {
  readonly kind: 'expose';
  /** `8080`, `53/udp`, `8000-8010/tcp`; with variables, anything of that kind. */
  readonly ports: readonly AnyText[];
}

export interface Volume extends InstructionBase {
  readonly kind: 'volume';
  readonly paths: readonly PathText[];
}

export type CommandForm = { readonly form: 'exec'; readonly argv: readonly string[] } | { readonly form: 'shell'; readonly line: string };

export interface Healthcheck extends InstructionBase {
  readonly kind: 'healthcheck';
  /** Undefined: `HEALTHCHECK NONE`. */
  readonly command?: CommandForm;
  readonly interval?: string;
  readonly timeout?: string;
  readonly startPeriod?: string;
  readonly startInterval?: string;
  readonly retries?: number;
}

export interface StopSignal extends InstructionBase {
  readonly kind: 'stop-signal';
  readonly signal: AnyText;
}

export interface Entrypoint extends InstructionBase {
  readonly kind: 'entrypoint';
  readonly command: CommandForm;
}

export interface Cmd extends InstructionBase {
  readonly kind: 'cmd';
  readonly command: CommandForm;
}

/** An instruction for the stages and images that build on this one. */
export interface Onbuild extends InstructionBase {
  readonly kind: 'onbuild';
  readonly instruction: Trigger;
}

/** What may stand behind ONBUILD. */
export type Trigger = Exclude<Instruction, From | Install | Onbuild>;

/** Text of the author's own, printed as it is. */
export interface Raw extends InstructionBase {
  readonly kind: 'raw';
  readonly text: string;
}

/**
 * The spec: a definition after presets, shorthand and defaults are resolved. One shape, no options left open, every value with its origin.
 *
 * Comes from `resolve.ts`; `lower/` turns it into a program.
 */

import type { LayerPolicy } from '../layer-policy.js';
import type { LintLevel } from '../lint-level.js';
import type { Located, Origin } from '../origin.js';
import type { Target } from '../target.js';
import type { AnyText, PathText, Text } from '../text.js';
import type { StepSpec } from './step-spec.js';
import type { ContainerSpec } from './container-spec.js';
import type { LanguagesSpec } from './language-specs.js';

export interface ImageSpec {
  /** Image name without tag; undefined when the definition has none. */
  readonly name?: Located<string>;
  /** Complete references, the first from name, version and registry: `word_count:0.1`. */
  readonly tags: readonly Located<string>[];
  /** In build order: a stage comes after the stages that it builds on or copies from; the final stage is last. */
  readonly stages: readonly StageSpec[];
  /** Stage that `docker build` makes when it is not the final one. */
  readonly target?: Located<string>;
  readonly layers: LayerPolicy;
  /** What the Dockerfile is for, when that is not the default. */
  readonly dockerfile?: Target;
  /** Whether the Dockerfile has comments. */
  readonly comments: boolean;
  /** Extra .dockerignore patterns, after the derived ones. */
  readonly ignore: readonly Located<string>[];
  /** Of rules by their names. */
  readonly lint: Readonly<Record<string, LintLevel>>;
  readonly container: ContainerSpec;
  /** Folder of the build context, relative to that of the definition, when it is not the same. */
  readonly context?: Located<string>;
  /** Further build contexts, sorted by name. */
  readonly contexts: readonly ContextSpec[];
  /** Platforms that it is built for, sorted; empty: that of the engine. */
  readonly platforms: readonly Located<string>[];
}

/** A further build context. */
export interface ContextSpec {
  readonly name: string;
  /** As `--build-context NAME=…` takes it: a folder relative to that of the definition, a URL, `docker-image://…`; undefined: the build gives it. */
  readonly value?: string;
  readonly origin: Origin;
}

export interface StageSpec {
  /** Undefined for the final stage. */
  readonly name?: string;
  readonly origin: Origin;
  readonly base: BaseSpec;
  readonly args: readonly ArgSpec[];
  readonly shell?: Located<readonly string[]>;
  readonly env: readonly EnvSpec[];
  /** Files of authorities that it trusts, from the context. */
  readonly certificates: readonly Located<string>[];
  /** As the time zone database has it: `Europe/Berlin`. */
  readonly timezone?: Located<string>;
  /** `de_DE.UTF-8`. */
  readonly locale?: Located<string>;
  /** System packages, one request for each manager. */
  readonly system: readonly SystemPackagesSpec[];
  readonly pip?: PipSpec;
  readonly uv?: PythonLockSpec;
  readonly poetry?: PythonLockSpec;
  /** Packages of languages, apart from Python's. */
  readonly languages: LanguagesSpec;
  /** The user that the container runs as. */
  readonly user?: UserSpec;
  readonly workdir?: Located<Text>;
  /** copy, files and run in this order, or `steps` as written. */
  readonly steps: readonly StepSpec[];
  readonly expose: readonly Located<AnyText>[];
  readonly volumes: readonly Located<PathText>[];
  readonly healthcheck?: HealthcheckSpec;
  readonly stopSignal?: Located<AnyText>;
  readonly entrypoint?: CommandSpec;
  readonly cmd?: CommandSpec;
  readonly labels: readonly EnvSpec[];
  /** Where the labels of the project are asked for; they are among `labels`. */
  readonly oci?: Origin;
  /** Steps of what builds on the stage, run first there. */
  readonly onbuild: readonly StepSpec[];
  /** Instructions to append untouched, after everything else of the stage. */
  readonly raw: readonly Located<string>[];
}

export type BaseSpec =
  | {
      readonly kind: 'image';
      readonly image: string;
      readonly digest?: string;
      readonly platform?: string;
      readonly distro?: string;
      /** The definition that the image is made from, where that was given for a base: what it leaves behind is known. */
      readonly definition?: ImageSpec;
      readonly origin: Origin;
    }
  | { readonly kind: 'stage'; readonly stage: string; readonly origin: Origin };

export interface ArgSpec {
  readonly name: string;
  /** Undefined: no default, the value comes from the build. */
  readonly default?: Text;
  readonly scope: 'global' | 'stage';
  readonly origin: Origin;
}

export interface EnvSpec {
  readonly name: string;
  readonly value: Text;
  readonly origin: Origin;
}

export type SystemManagerName = 'apt' | 'apk' | 'dnf' | 'zypper' | 'pacman';

/** What a system package manager is to install. */
export interface SystemPackagesSpec {
  readonly manager: SystemManagerName;
  readonly packages: readonly Located<string>[];
  /** Needed only while the image is made: never in the final stage. */
  readonly build: readonly Located<string>[];
  /** Whether recommended (weak) packages come along. Default false. */
  readonly recommends: boolean;
  readonly repositories: readonly RepositorySpec[];
  /** apt's, of Ubuntu. */
  readonly ppas: readonly PpaSpec[];
  /** apt's: packages that are downloaded by themselves. */
  readonly debs: readonly DownloadSpec[];
  /** dnf's. */
  readonly modules: readonly Located<string>[];
  /** dnf's: where EPEL is asked for; undefined: it is not. */
  readonly epel?: Origin;
  readonly origin: Origin;
}

/** Where a manager finds further packages. */
export interface RepositorySpec {
  /** Undefined: from its address. */
  readonly name?: string;
  readonly uri: string;
  /** apt's; empty for the others, as are components and architectures. */
  readonly suites: readonly string[];
  readonly components: readonly string[];
  readonly architectures: readonly string[];
  /** apk's. */
  readonly tag?: string;
  /** Undefined: those that the base trusts. */
  readonly key?: KeySpec;
  readonly origin: Origin;
}

/** A personal package archive of Launchpad. */
export interface PpaSpec {
  readonly owner: string;
  readonly archive: string;
  readonly key: KeySpec;
  readonly origin: Origin;
}

export interface DownloadSpec {
  readonly url: string;
  /** 64 hexadecimal digits. */
  readonly sha256: string;
  readonly origin: Origin;
}

/** What a repository is signed with. */
export type KeySpec =
  /** A keyring that the base has. */
  | { readonly kind: 'keyring'; readonly path: string; readonly origin: Origin }
  | {
      readonly kind: 'file';
      /** Of the context, or of the address that it is downloaded from. */
      readonly source: { readonly file: string } | { readonly url: string; readonly sha256: string };
      /** Whether it is text. */
      readonly armored: boolean;
      /** pacman's. */
      readonly fingerprint?: string;
      readonly origin: Origin;
    };

export interface PipSpec {
  readonly packages: readonly Located<string>[];
  /** Requirements files of the context. */
  readonly requirements: readonly Located<string>[];
  /** Constraints files of the context. */
  readonly constraints: readonly Located<string>[];
  /** A project that is installed besides. */
  readonly project?: PythonProjectSpec;
  readonly installer: 'pip' | 'uv';
  /** Version of the installer. Default: of pip the one that comes with Python, of uv the newest. */
  readonly installerVersion?: Located<string>;
  /** Path of the virtual environment; false for the system's own site-packages; undefined: the base decides (PEP 668 → /opt/venv). */
  readonly venv?: Located<string | false>;
  /** Interpreter that makes the environment. Default: the base's. */
  readonly python?: Located<string>;
  readonly index?: Located<string>;
  /** Order kept. */
  readonly extraIndexes: readonly Located<string>[];
  /** Order kept. */
  readonly findLinks: readonly Located<string>[];
  readonly requireHashes: boolean;
  readonly secrets: readonly SecretSpec[];
  readonly origin: Origin;
}

/** A Python project of the context. */
export interface PythonProjectSpec {
  /** Its folder. */
  readonly folder: Located<string>;
  readonly extras: readonly Located<string>[];
  /** Whether it stays out of the image itself. */
  readonly dependenciesOnly: boolean;
  /** Files and folders of the context that it is made from; none: all of its folder. */
  readonly uses: readonly Located<string>[];
}

/** What a lock file says of a Python project. */
export interface PythonLockSpec {
  readonly project: PythonProjectSpec;
  /** Groups of dependencies, besides those that the project always has. */
  readonly groups: readonly Located<string>[];
  /** Whether the lock file is taken as it is. */
  readonly frozen: boolean;
  /** Of uv or Poetry. Default: the newest. */
  readonly version?: Located<string>;
  readonly venv?: Located<string>;
  readonly python?: Located<string>;
  readonly secrets: readonly SecretSpec[];
  readonly origin: Origin;
}

export interface SecretSpec {
  readonly id: string;
  readonly target?: string;
  readonly env?: string;
  readonly mode?: string;
  readonly uid?: number;
  readonly gid?: number;
  readonly origin: Origin;
}

export interface UserSpec {
  /** Undefined when only a uid is given. */
  readonly name?: string;
  /** Who it is, where the builder alone knows: then there is nothing else. */
  readonly reference?: Text;
  readonly uid?: number;
  readonly gid?: number;
  readonly home?: string;
  readonly shell?: string;
  readonly groups: readonly string[];
  /** Whether the user is created; false: it is in the base, or a bare number. */
  readonly create: boolean;
  readonly origin: Origin;
}

export type { ContainerSpec } from './container-spec.js';
export type { AddSource, AddSpec, CopySpec, FileSpec, RunSpec, StepSpec } from './step-spec.js';

export type HealthcheckSpec =
  | { readonly kind: 'none'; readonly origin: Origin }
  | {
      readonly kind: 'check';
      readonly command: CommandForm;
      /** Go durations: `1m30s`. */
      readonly interval?: string;
      readonly timeout?: string;
      readonly startPeriod?: string;
      readonly startInterval?: string;
      readonly retries?: number;
      readonly origin: Origin;
    };

/** Exec form (an argument list) or shell form (a line for the shell). */
export type CommandForm = { readonly form: 'exec'; readonly argv: readonly string[] } | { readonly form: 'shell'; readonly line: string };

export interface CommandSpec {
  readonly command: CommandForm;
  readonly origin: Origin;
}

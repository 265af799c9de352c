/**
 * What is asked for of each language, apart from Python: what the fields of `languages/` become. It stands apart from them since it is public, with the spec, and
 * they are made with the schema's library, which users of the types do not have.
 */

import type { Located, Origin } from '../origin.js';
import type { SecretSpec } from './spec.js';
import type { CondaOptions, NpmOptions } from './types.js';

export type CondaTool = NonNullable<CondaOptions['tool']>;

export interface CondaSpec {
  /** Each in a folder of its own; what the first has is found first. */
  readonly environments: readonly CondaEnvironment[];
  readonly origin: Origin;
}

export interface CondaEnvironment {
  /** Undefined: the tool's own default. */
  readonly prefix?: Located<string>;
  /** Undefined: the base's own tool, otherwise micromamba. */
  readonly tool?: Located<CondaTool>;
  /** Image that has the tool. */
  readonly toolchain?: Located<string>;
  readonly file?: Located<string>;
  readonly lock?: Located<string>;
  readonly packages: readonly Located<string>[];
  /** Order kept: the first is asked first. */
  readonly channels: readonly Located<string>[];
  readonly origin: Origin;
}

export interface RSpec {
  readonly packages: readonly Located<string>[];
  /** A day (`2025-06-01`) or a URL. */
  readonly repository?: Located<string>;
  /** Lock file of renv in the context. */
  readonly renv?: Located<string>;
  readonly bioconductor?: { readonly version: string; readonly packages: readonly Located<string>[] };
  readonly origin: Origin;
}

export interface CargoSpec {
  readonly packages: readonly Located<string>[];
  readonly locked: boolean;
  /** Image that has cargo; undefined: the stage's own base. */
  readonly toolchain?: Located<string>;
  readonly origin: Origin;
}

export interface GoSpec {
  readonly packages: readonly Located<string>[];
  readonly cgo: boolean;
  /** Image that has go; undefined: the stage's own base. */
  readonly toolchain?: Located<string>;
  readonly origin: Origin;
}

export interface GemSpec {
  readonly packages: readonly Located<string>[];
  /** Where they come from, instead of the public registry. */
  readonly source?: Located<string>;
  readonly origin: Origin;
}

export type NodeManagerName = NonNullable<NpmOptions['manager']>;

export interface NpmSpec {
  /** Programs for all. */
  readonly packages: readonly Located<string>[];
  readonly project?: NpmProject;
  readonly secrets: readonly SecretSpec[];
  /** Image that has Node.js and npm. Default: the stage's own base, with its distribution's. */
  readonly toolchain?: Located<string>;
  readonly origin: Origin;
}

export interface NpmProject {
  readonly manager: NodeManagerName;
  readonly version?: Located<string>;
  /** Of the context. */
  readonly folder: Located<string>;
  /** Default: as the manager has it. */
  readonly lock?: Located<string>;
  readonly workspaces: readonly Located<string>[];
  readonly uses: readonly Located<string>[];
  readonly production: boolean;
  readonly build?: NpmBuildSpec;
  /** In the image; undefined: that of the stage, which has a variable. */
  readonly workdir?: Located<string>;
  readonly origin: Origin;
}

export interface NpmBuildSpec {
  readonly script: string;
  /** Of the context. */
  readonly sources: readonly Located<string>[];
  /** Below the folder of the project. */
  readonly outputs: readonly Located<string>[];
  readonly origin: Origin;
}

/** Each by the name of its field. */
export interface LanguagesSpec {
  readonly conda?: CondaSpec;
  readonly r?: RSpec;
  readonly cargo?: CargoSpec;
  readonly go?: GoSpec;
  readonly gem?: GemSpec;
  readonly npm?: NpmSpec;
}

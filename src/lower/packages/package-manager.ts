/** What a package manager is to the lowering: how it takes names and versions, where it finds packages, and what it runs. */

import type { BaseFacts } from '../../bases/index.js';
import type { Report } from '../../diagnostics.js';
import type { Install } from '../../ir/instruction.js';
import type { KeySpec, RepositorySpec, SystemPackagesSpec } from '../../spec/spec.js';

/** A request as the author wrote it, taken apart. */
export interface PackageRequest {
  readonly name: string;
  /** With its operator: `=8.*`; undefined: any. */
  readonly version?: string;
}

/** A key that is put into the image. */
export type FileKey = Extract<KeySpec, { readonly kind: 'file' }>;

/** A repository, with the names that it has in the image. */
export interface NamedRepository extends RepositorySpec {
  readonly name: string;
  /** Path of its key in the image. */
  readonly keyFile?: string;
}

/** What the commands depend on, besides the base. */
export interface ManagerRequest {
  readonly recommends: boolean;
  readonly modules: readonly string[];
  readonly epel: boolean;
  /** Whether it has repositories of its own, besides those of the base. */
  readonly hasRepositories: boolean;
}

export interface SystemManager {
  /** Takes a request apart; undefined: it is none. `version` may be an operator alone: then the version is empty. */
  readonly parse: (text: string) => PackageRequest | undefined;
  /** As a hint gives it: names that it would take. */
  readonly examples: string;
  /** A version with its operator, as a hint gives it: `=8.5.0-2`. */
  readonly pin: string;
  /** Where the key of a repository goes. */
  readonly keyFile: (repository: string, key: FileKey) => string;
  /** The file that makes a repository known. */
  readonly repositoryFile: (repository: NamedRepository) => { readonly to: string; readonly content: string };
  /** Shell lines by which it comes to use and trust them, where files do not do. */
  readonly trust?: (repositories: readonly NamedRepository[]) => readonly string[];
  /** Reports what it has on some bases only. */
  readonly check?: (request: SystemPackagesSpec, base: BaseFacts, report: Report) => void;
  /** What it runs. */
  readonly commands: (base: BaseFacts, request: ManagerRequest) => ManagerCommands;
}

export type ManagerCommands = Pick<
  Install,
  'prepare' | 'command' | 'cacheOptions' | 'noCacheOptions' | 'cleanup' | 'traces' | 'caches' | 'environment'
>;

/** A parser from a pattern with the groups `name` and, perhaps, `version`. */
export function parserOf(pattern: RegExp): SystemManager['parse'] {
  return (text) => {
    const { name, version } = pattern.exec(text)?.groups ?? {};
    if (name === undefined) return undefined;
    return version === undefined || version === '' ? { name } : { name, version };
  };
}

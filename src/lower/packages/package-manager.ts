/** What a package manager is to the lowering: how it takes names and versions, and what it runs. */

import type { BaseFacts } from '../../bases/index.js';
import type { Install } from '../../ir/instruction.js';

/** A request as the author wrote it, taken apart. */
export interface PackageRequest {
  readonly name: string;
  /** With its operator: `=8.*`; undefined: any. */
  readonly version?: string;
}

export interface SystemManager {
  /** Takes a request apart; undefined: it is none. `version` may be an operator alone: then the version is empty. */
  readonly parse: (text: string) => PackageRequest | undefined;
  /** As a hint gives it: names that it would take. */
  readonly examples: string;
  /** A version with its operator, as a hint gives it: `=8.5.0-2`. */
  readonly pin: string;
  /** What it runs. */
  readonly commands: (base: BaseFacts, recommends: boolean) => ManagerCommands;
}

export type ManagerCommands = Pick<Install, 'prepare' | 'command' | 'cacheOptions' | 'noCacheOptions' | 'cleanup' | 'caches' | 'environment'>;

/** A parser from a pattern with the groups `name` and, perhaps, `version`. */
export function parserOf(pattern: RegExp): SystemManager['parse'] {
  return (text) => {
    const { name, version } = pattern.exec(text)?.groups ?? {};
    if (name === undefined) return undefined;
    return version === undefined || version === '' ? { name } : { name, version };
  };
}

/** Instructions that the plans of languages are made of: a request to a package manager, and the copy of what a stage of its own has made. */

import type { Copy, Install } from '../ir/instruction.js';
import type { Origin } from '../origin.js';

type Said = Pick<Install, 'manager' | 'origins' | 'command' | 'packages'>;

/** A request to the package manager of a language: what is not said is empty. */
export function languageInstall(fields: Said & Partial<Install>): Install {
  return {
    kind: 'install',
    prepare: [],
    cacheOptions: [],
    noCacheOptions: [],
    options: [],
    cleanup: [],
    caches: [],
    mounts: [],
    reads: [],
    environment: [],
    sortable: true,
    mergeable: false,
    ...fields,
  };
}

export interface Made {
  readonly origin: Origin;
  /** What it is: `Rust programs`. */
  readonly what: string;
  readonly stage: string;
  readonly from: string;
  readonly to: string;
}

/** What a stage of its own has made, into the image. */
export function copyMade({ origin, what, stage, from, to }: Made): Copy {
  return { kind: 'copy', origins: [origin], comment: `${what}, made in the stage "${stage}"`, sources: [from], to, from: { stage }, exclude: [] };
}

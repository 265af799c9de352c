/** Fault: a diagnostic that has found its place in the user's files, ready to be printed. */

import type { Severity } from '../diagnostics.js';

/** 1-based; the end is exclusive. */
export interface Place {
  /** Absolute path. */
  readonly file: string;
  readonly line: number;
  readonly column: number;
  readonly endLine?: number | undefined;
  readonly endColumn?: number | undefined;
}

export interface Fault {
  readonly code: string;
  /** @default 'error' */
  readonly severity?: Severity;
  readonly message: string;
  readonly hint?: string | undefined;
  /** The value at fault, as a person writes it: `apt[1]`. */
  readonly subject?: string | undefined;
  /** The preset that said it. */
  readonly preset?: string | undefined;
  readonly place?: Place | undefined;
  /** Where else it may be, when it cannot be told which of them is at fault. */
  readonly others?: readonly Pick<Fault, 'subject' | 'preset' | 'place'>[] | undefined;
  /** What was printed by what failed. */
  readonly output?: { readonly title: string; readonly lines: readonly string[] } | undefined;
}

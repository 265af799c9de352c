/**
 * What a rule is: program → findings, about what only the author can mend. What a machine can mend is a pass.
 *
 * `bad` and `good` are definitions, as they stand in image.ts; `test/rules/` compiles both, and the documentation prints them.
 */

import type { Severity } from '../diagnostics.js';
import type { Program } from '../ir/program.js';
import type { Origin } from '../origin.js';
import type { Fix } from '../edit.js';

export interface Finding {
  readonly origin: Origin;
  /** Thing and fault. */
  readonly message: string;
  /** Remedy. */
  readonly hint?: string;
  /** The remedy as an edit of the definition, where a machine can make it. */
  readonly fix?: Fix;
}

export interface Rule {
  /** Its file's name, and the code of its findings: `copied-secret`. */
  readonly name: string;
  readonly severity: Severity;
  /** What it reports, in one sentence. */
  readonly summary: string;
  /** What goes wrong otherwise. */
  readonly why: string;
  /** A definition with exactly one finding of this rule. */
  readonly bad: Definition;
  /** The same, mended: no findings. */
  readonly good: Definition;
  /** The checks of other tools that find the same: BuildKit's by name, hadolint's by number. */
  readonly also?: readonly string[];
  check(program: Program): readonly Finding[];
}

export type Definition = Readonly<Record<string, unknown>>;

export function rule(it: Rule): Rule {
  return Object.freeze(it);
}

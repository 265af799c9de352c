/**
 * What a lint rule is: a program as it was written, and what is known around it → findings. `imagewright lint` alone applies them; see `rule.ts` for those that
 * `compile()` applies to every definition, since they report what does not work.
 *
 * The program is the one before the passes: installs are requests, stages that nothing uses are there, each instruction has the origins of its own field. Raw text has
 * been read: its instructions stand in its place, and the rule gets them as they were written, too.
 *
 * `bad` and `good` are definitions, as they stand in image.ts; `test/rules/lint/` compiles both, and docs/rules.md prints them.
 */

import type { Program } from '../../ir/program.js';
import type { LintLevel } from '../../lint-level.js';
import type { RawInstruction } from '../read/raw-instructions.js';
import type { Definition, Finding } from '../rule.js';
import type { LintFacts } from './lint-facts.js';

export type { LintLevel } from '../../lint-level.js';

export interface LintRule {
  /** Its file's name, and the code of its findings: `unused-argument`. */
  readonly name: string;
  /** Unless the project says otherwise. `off`: a policy, which a project turns on, since a good image may well do without. */
  readonly level: LintLevel;
  /** What holds where it has nothing to say, in one sentence. */
  readonly summary: string;
  /** What goes wrong otherwise. */
  readonly why: string;
  /** A definition with exactly one finding of this rule. */
  readonly bad: Definition;
  /** The same, mended: no findings. */
  readonly good: Definition;
  /** What is to be known around both, where the rule asks for it. */
  readonly facts?: LintFacts;
  /** The checks of other tools that find the same: BuildKit's by name, hadolint's by number. */
  readonly also?: readonly string[];
  check(program: Program, facts: LintFacts, raw: readonly RawInstruction[]): readonly Finding[];
}

export function lintRule(it: LintRule): LintRule {
  return Object.freeze(it);
}

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
import type { Finding, Rule } from '../rule.js';
import type { LintFacts } from './lint-facts.js';

export type { LintLevel } from '../../lint-level.js';

export interface LintRule extends Omit<Rule, 'severity' | 'check'> {
  /** Unless the project says otherwise. `off`: a policy, which a project turns on, since a good image may well do without. */
  readonly level: LintLevel;
  /** What is to be known around its examples, where the rule asks for it. */
  readonly facts?: LintFacts;
  check(program: Program, facts: LintFacts, raw: readonly RawInstruction[]): readonly Finding[];
}

export function lintRule(it: LintRule): LintRule {
  return Object.freeze(it);
}

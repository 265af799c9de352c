/**
 * All lint rules, and the one function that applies them, with what rules of `compile()` find in raw text. Loaded by the verb `lint` alone. To add a rule: its file, its line here,
 * its test.
 */

import type { Diagnostic } from '../../diagnostics.js';
import { targetOf, type Program } from '../../ir/program.js';
import { originText } from '../../origin.js';
import type { Fix } from '../edit.js';
import { rules } from '../index.js';
import { readRaw } from '../read/read-raw.js';
import type { Finding, Rule } from '../rule.js';
import { badPort } from './bad-port.js';
import { baseWithoutDefault } from './base-without-default.js';
import { copyOfIgnored } from './copy-of-ignored.js';
import { emptyLineInInstruction } from './empty-line-in-instruction.js';
import { fixedPlatform } from './fixed-platform.js';
import { instructionCasing } from './instruction-casing.js';
import type { LintFacts } from './lint-facts.js';
import type { LintLevel, LintRule } from './lint-rule.js';
import { maintainer } from './maintainer.js';
import { pairWithoutEquals } from './pair-without-equals.js';
import { redundantPlatform } from './redundant-platform.js';
import { relativeWorkdir } from './relative-workdir.js';
import { repeatedInstruction } from './repeated-instruction.js';
import { secretName } from './secret-name.js';
import { stageName } from './stage-name.js';
import { sudo } from './sudo.js';
import { undeclaredBaseArgument } from './undeclared-base-argument.js';
import { unsetVariable } from './unset-variable.js';
import { unusedArgument } from './unused-argument.js';

export const lintRules = {
  badPort,
  baseWithoutDefault,
  copyOfIgnored,
  emptyLineInInstruction,
  fixedPlatform,
  instructionCasing,
  maintainer,
  pairWithoutEquals,
  redundantPlatform,
  relativeWorkdir,
  repeatedInstruction,
  secretName,
  stageName,
  sudo,
  undeclaredBaseArgument,
  unsetVariable,
  unusedArgument,
} satisfies Record<string, LintRule>;

/** By the names of rules. */
type Levels = Readonly<Record<string, LintLevel>>;

/** A diagnostic with what mends it. */
export interface LintDiagnostic extends Diagnostic {
  readonly fix?: Fix;
}

/**
 * What the lint rules find in a program as `lower()` makes it, before the passes: `compiled.passes[0]?.before ?? compiled.program`, or that of `partial`.
 * `levels`: instead of those that the rules have, by the names of rules. Findings are in the order of the rules, each once.
 */
export function applyLintRules(program: Program, facts: LintFacts = {}, levels: Levels = {}): readonly LintDiagnostic[] {
  const { program: read, raw } = readRaw(program);
  const found = Object.values<LintRule>(lintRules).flatMap((rule) => {
    const level = levels[rule.name] ?? (isSkipped(rule, program) ? 'off' : rule.level);
    return level === 'off' ? [] : rule.check(read, facts, raw).map((finding) => diagnostic(rule.name, level, finding));
  });
  const behindRaw = raw.length === 0 ? [] : Object.values<Rule>(rules).flatMap((rule) => findBehindRaw(rule, program, read, levels));
  return distinct([...found, ...behindRaw]);
}

/** What the definition tells `docker build --check` to pass over is passed over here. */
function isSkipped({ also = [] }: Pick<Rule, 'also'>, program: Program): boolean {
  const { skip = [] } = targetOf(program).checks ?? {};
  const checks = also.filter((name) => !/^DL\d/.test(name));
  return checks.length > 0 && (skip.includes('all') || checks.every((name) => skip.includes(name)));
}

/** What the rules of `compile()`, which takes raw text as it is, say only when that is read. */
function findBehindRaw(rule: Rule, program: Program, read: Program, levels: Levels): readonly LintDiagnostic[] {
  const level = levels[rule.name] ?? (isSkipped(rule, program) ? 'off' : rule.severity);
  if (level === 'off') return [];
  const told = new Set(rule.check(program).map(keyOf));
  return rule
    .check(read)
    .filter((finding) => !told.has(keyOf(finding)))
    .map((finding) => diagnostic(rule.name, level, finding));
}

function keyOf({ origin, message }: Finding): string {
  return `${originText(origin)}\n${message}`;
}

function diagnostic(code: string, severity: 'error' | 'warning', { origin, message, hint, fix }: Finding): LintDiagnostic {
  return { code, severity, origin, message, ...(hint === undefined ? {} : { hint }), ...(fix === undefined ? {} : { fix }) };
}

function distinct(all: readonly LintDiagnostic[]): readonly LintDiagnostic[] {
  const byText = new Map(all.map((each) => [`${each.code}\n${keyOf(each)}`, each]));
  return [...byText.values()];
}

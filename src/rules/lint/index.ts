/**
 * All lint rules, and the one function that applies them, with what rules of `compile()` find in raw text. Loaded by the verb `lint` alone. To add a rule: its file, its line here,
 * its test.
 */

import type { Diagnostic } from '../../diagnostics.js';
import type { Program } from '../../ir/program.js';
import { originText } from '../../origin.js';
import type { Fix } from '../edit.js';
import { rules } from '../index.js';
import { readRaw } from '../read/read-raw.js';
import type { Finding, Rule } from '../rule.js';
import type { LintFacts } from './lint-facts.js';
import type { LintLevel, LintRule } from './lint-rule.js';
import { sudo } from './sudo.js';
import { unusedArgument } from './unused-argument.js';

export const lintRules = { sudo, unusedArgument } satisfies Record<string, LintRule>;

/** A diagnostic with what mends it. */
export interface LintDiagnostic extends Diagnostic {
  readonly fix?: Fix;
}

/**
 * What the lint rules find in a program as `lower()` makes it, before the passes: `compiled.passes[0]?.before ?? compiled.program`, or that of `partial`.
 * `levels`: instead of those that the rules have, by the names of rules. Findings are in the order of the rules, each once.
 */
export function applyLintRules(program: Program, facts: LintFacts = {}, levels: Readonly<Record<string, LintLevel>> = {}): readonly LintDiagnostic[] {
  const { program: read, raw } = readRaw(program);
  const found = Object.values<LintRule>(lintRules).flatMap((rule) => {
    const level = levels[rule.name] ?? rule.level;
    return level === 'off' ? [] : rule.check(read, facts, raw).map((finding) => diagnostic(rule.name, level, finding));
  });
  const places = new Set(raw.map(({ origin }) => originText(origin)));
  const inRaw =
    places.size === 0 ? [] : Object.values<Rule>(rules).flatMap((rule) => findRaw(rule, { read, places }, levels[rule.name] ?? rule.severity));
  return distinct([...found, ...inRaw]);
}

interface RawPlaces {
  readonly read: Program;
  readonly places: ReadonlySet<string>;
}

/** Of the rules that `compile()` has applied already: what they say of raw text, which it did not read. */
function findRaw(rule: Rule, { read, places }: RawPlaces, level: LintLevel): readonly LintDiagnostic[] {
  if (level === 'off') return [];
  return rule
    .check(read)
    .filter(({ origin }) => places.has(originText(origin)))
    .map((finding) => diagnostic(rule.name, level, finding));
}

function diagnostic(code: string, severity: 'error' | 'warning', { origin, message, hint, fix }: Finding): LintDiagnostic {
  return { code, severity, origin, message, ...(hint === undefined ? {} : { hint }), ...(fix === undefined ? {} : { fix }) };
}

function distinct(all: readonly LintDiagnostic[]): readonly LintDiagnostic[] {
  const byText = new Map(all.map((each) => [`${each.code}\n${originText(each.origin)}\n${each.message}`, each]));
  return [...byText.values()];
}

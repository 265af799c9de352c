/** What the lint rules say of a definition, as `lint` would say it. */

import { compile } from '../../src/pipeline.js';
import { originText } from '../../src/origin.js';
import { applyLintRules, type LintDiagnostic } from '../../src/rules/lint/index.js';
import type { LintFacts } from '../../src/rules/lint/lint-facts.js';
import type { LintLevel, LintRule } from '../../src/rules/lint/lint-rule.js';
import type { PartialDefinition } from '../../src/spec/types.js';

export type Linted = PartialDefinition | Readonly<Record<string, unknown>>;

/** Findings of `compile()` and of the lint rules; throws where a definition does not compile. */
export function lint(definition: Linted, facts: LintFacts = {}, levels: Readonly<Record<string, LintLevel>> = {}): readonly LintDiagnostic[] {
  const compiled = compile({ base: 'debian:bookworm-slim', ...definition } as never, { dir: 'lint' });
  if (!compiled.ok) throw new Error(compiled.diagnostics.map(({ message }) => message).join('\n'));
  return [...compiled.diagnostics, ...applyLintRules(compiled.passes[0]?.before ?? compiled.program, facts, levels)];
}

/** Those of one rule, turned on, as `place: message`. */
export function findings({ name, level }: LintRule, definition: Linted, facts: LintFacts = {}): readonly string[] {
  return ofRule({ name, level }, definition, facts).map(({ origin, message }) => `${originText(origin)}: ${message}`);
}

export function hints(rule: LintRule, definition: Linted, facts: LintFacts = {}): readonly (string | undefined)[] {
  return ofRule(rule, definition, facts).map(({ hint }) => hint);
}

export function fixes(rule: LintRule, definition: Linted, facts: LintFacts = {}): readonly LintDiagnostic['fix'][] {
  return ofRule(rule, definition, facts).map(({ fix }) => fix);
}

/** Turned on, where it is a policy. */
export function turnedOn({ name, level }: Pick<LintRule, 'name' | 'level'>): Readonly<Record<string, LintLevel>> {
  return { [name]: level === 'off' ? 'warning' : level };
}

function ofRule(rule: Pick<LintRule, 'name' | 'level'>, definition: Linted, facts: LintFacts): readonly LintDiagnostic[] {
  return lint(definition, facts, turnedOn(rule)).filter(({ code }) => code === rule.name);
}

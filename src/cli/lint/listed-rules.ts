/** listedRules(): all rules whose level can be said, of whichever table, sorted by name; and `lint --list`, which prints them. */

import type { LintLevel } from '../../lint-level.js';
import { rules } from '../../rules/index.js';
import { lintRules } from '../../rules/lint/index.js';
import type { LintRule } from '../../rules/lint/lint-rule.js';
import type { Rule } from '../../rules/rule.js';
import type { Output } from '../output.js';
import { commentRules, type CommentRule } from './comment-rules.js';

export interface ListedRule {
  readonly name: string;
  readonly level: LintLevel;
  readonly summary: string;
  readonly why: string;
  /** What other tools call it. */
  readonly also?: readonly string[];
}

export function listedRules(): readonly ListedRule[] {
  // One that is an error is about what does not work, and cannot be turned off.
  const ofCompile = Object.values<Rule>(rules).filter(({ severity }) => severity === 'warning');
  const all = [
    ...ofCompile.map(({ severity, ...rule }) => listed({ ...rule, level: severity })),
    ...Object.values<LintRule>(lintRules).map(listed),
    ...Object.values<CommentRule>(commentRules),
  ];
  return all.sort((one, other) => (one.name < other.name ? -1 : 1));
}

function listed({ name, level, summary, why, also }: ListedRule): ListedRule {
  return { name, level, summary, why, ...(also === undefined ? {} : { also }) };
}

/** `levels`: instead of those that the rules have. */
export function listRules(levels: Readonly<Record<string, LintLevel>>, output: Output): number {
  const all = listedRules().map((rule) => ({ ...rule, level: levels[rule.name] ?? rule.level }));
  const width = Math.max(...all.map(({ name }) => name.length));
  const { colors } = output;
  const paint = { error: colors.red, warning: colors.yellow, off: colors.dim };
  const line = ({ name, level, summary }: ListedRule) => `${name.padEnd(width)}  ${paint[level](level.padEnd('warning'.length))}  ${summary}\n`;
  if (!output.json) output.answer(all.map(line).join(''));
  output.result({ ok: true, rules: all });
  return 0;
}

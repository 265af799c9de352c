/** ruleNames(): src/rule-names.ts, made of the tables of rules, so that the language knows their names without loading them. */

import { commentRules } from '../../src/cli/lint/comment-rules.js';
import { rules } from '../../src/rules/index.js';
import { lintRules } from '../../src/rules/lint/index.js';
import type { LintRule } from '../../src/rules/lint/lint-rule.js';
import type { Rule } from '../../src/rules/rule.js';

/** What does not work is an error whatever anybody says of it. */
const ofCompile = Object.values<Rule>(rules).filter(({ severity }) => severity === 'warning');

export function ruleNames(): string {
  const all = [...ofCompile, ...Object.values<LintRule>(lintRules), ...Object.values(commentRules)];
  const names = all.map(({ name }) => name).sort();
  return `/**
 * ruleNames: the rules whose levels a definition may say, by their names. Made of the tables of rules by \`test/docs.test.ts\`.
 *
 * Leaf module: every other module may import it.
 */

export const ruleNames = [
${names.map((name) => `  '${name}',\n`).join('')}] as const;

export type RuleName = (typeof ruleNames)[number];
`;
}

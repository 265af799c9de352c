/** ruleNames(): src/rule-names.ts, made of the tables of rules, so that the language knows their names without loading them. */

import { listedRules } from '../../src/cli/lint/listed-rules.js';

export function ruleNames(): string {
  return `/**
 * ruleNames: the rules whose levels a definition may say, by their names. Made of the tables of rules by \`test/docs.test.ts\`.
 *
 * Leaf module: every other module may import it.
 */

export const ruleNames = [
${listedRules()
  .map(({ name }) => `  '${name}',\n`)
  .join('')}] as const;

export type RuleName = (typeof ruleNames)[number];
`;
}

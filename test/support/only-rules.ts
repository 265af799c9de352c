/** onlyRules(): the field `lint` of a definition, as source, with all rules off but these: for tests of `lint` that no new rule is to change. */

import { ruleNames, type RuleName } from '../../src/rule-names.js';

export function onlyRules(...names: readonly RuleName[]): string {
  return JSON.stringify(Object.fromEntries(ruleNames.filter((name) => !names.includes(name)).map((name) => [name, 'off'])));
}

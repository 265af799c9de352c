/** Names of rules, whose levels a definition says. */

import { ruleNames } from '../../rule-names.js';
import { didYouMean } from '../did-you-mean.js';
import { quoted, type Check } from './fault.js';

export const ruleNameFault: Check<string> = (name) => {
  if ((ruleNames as readonly string[]).includes(name)) return undefined;
  return {
    code: 'unknown-rule',
    message: `there is no rule ${quoted(name)}`,
    hint: didYouMean(name, ruleNames) ?? '"imagewright lint --list" lists them',
  };
};

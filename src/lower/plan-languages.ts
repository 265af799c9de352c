/** What the packages of all languages of a stage take, as one plan; each language that has a fault is left out of it, and the fault reported. */

import { languageNames, type LanguageName } from '../spec/languages/index.js';
import { languages } from './languages/index.js';
import type { LanguageContext, LanguagePlan } from './languages/language.js';

export function planLanguages(context: LanguageContext): LanguagePlan {
  const plans = languageNames.flatMap((name) => planLanguage(name, context) ?? []);
  return {
    systemPackages: plans.flatMap((plan) => plan.systemPackages),
    toolStages: plans.flatMap((plan) => plan.toolStages),
    instructions: plans.flatMap((plan) => plan.instructions),
    files: plans.flatMap((plan) => plan.files ?? []),
    leftOut: plans.flatMap((plan) => plan.leftOut ?? []),
  };
}

function planLanguage<N extends LanguageName>(name: N, context: LanguageContext): LanguagePlan | undefined {
  const request = context.stage.languages[name];
  return request && languages[name].plan(context, request);
}

/** All rules, and the one function that applies them. To add a rule: its file, its line here, its test. */

import type { Report } from '../diagnostics.js';
import type { Program } from '../ir/program.js';
import type { LintLevel } from '../lint-level.js';
import { originText } from '../origin.js';
import { beyondTarget } from './beyond-target.js';
import { copiedSecret } from './copied-secret.js';
import { installWithoutUpdate } from './install-without-update.js';
import { recentFrontend } from './recent-frontend.js';
import type { Finding, Rule } from './rule.js';
import { runWithoutEffect } from './run-without-effect.js';
import { shellFormCommand } from './shell-form-command.js';
import { undefinedVariable } from './undefined-variable.js';
import { unfinishedCommand } from './unfinished-command.js';

export const rules = {
  beyondTarget,
  copiedSecret,
  installWithoutUpdate,
  recentFrontend,
  runWithoutEffect,
  shellFormCommand,
  undefinedVariable,
  unfinishedCommand,
} satisfies Record<string, Rule>;

/** `levels` of rules by their names: one that is off finds nothing, unless it is about what does not work. */
export function applyRules(program: Program, levels: Readonly<Record<string, LintLevel>>, report: Report): void {
  for (const rule of Object.values<Rule>(rules)) {
    if (rule.severity === 'warning' && levels[rule.name] === 'off') continue;
    const add = rule.severity === 'error' ? report.error : report.warning;
    for (const { origin, ...text } of distinct(rule.check(program))) add(rule.name, origin, text);
  }
}

/** What was written once may be in the program several times, in stages that the compiler made. */
function distinct(findings: readonly Finding[]): readonly Finding[] {
  const byText = new Map(findings.map((finding) => [`${originText(finding.origin)}\n${finding.message}`, finding]));
  return [...byText.values()];
}

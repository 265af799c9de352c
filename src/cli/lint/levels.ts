/**
 * askedLevels(): what `--rule NAME=LEVEL` says, by the names of rules.
 *
 *     ['sudo=error', 'unused-argument=off']   →   { sudo: 'error', 'unused-argument': 'off' }
 */

import type { LintLevel } from '../../lint-level.js';
import { ruleNames } from '../../rule-names.js';
import { quoted } from '../../spec/check/fault.js';
import { didYouMean } from '../../spec/did-you-mean.js';
import { CliError } from '../cli-error.js';

const LEVELS: readonly string[] = ['error', 'warning', 'off'] satisfies readonly LintLevel[];

export function askedLevels(asked: readonly string[]): Readonly<Record<string, LintLevel>> {
  return Object.fromEntries(asked.map(askedLevel));
}

function askedLevel(text: string): readonly [string, LintLevel] {
  const [name = '', level, ...more] = text.split('=');
  if (level === undefined || more.length > 0 || !LEVELS.includes(level)) {
    const hint = (level === undefined || more.length > 0 ? undefined : didYouMean(level, LEVELS)) ?? 'write NAME=error, NAME=warning or NAME=off';
    throw new CliError({ code: 'usage', message: `--rule ${text} says no level`, hint });
  }
  if (!(ruleNames as readonly string[]).includes(name)) {
    const hint = didYouMean(name, ruleNames) ?? '"imagewright lint --list" lists them';
    throw new CliError({ code: 'unknown-rule', message: `there is no rule ${quoted(name)}`, hint });
  }
  return [name, level as LintLevel];
}

import { describe, expect, it } from 'vitest';
import { CliError } from '../../../src/cli/cli-error.js';
import { askedLevels } from '../../../src/cli/lint/levels.js';

function refused(...asked: readonly string[]): string {
  try {
    return JSON.stringify(askedLevels(asked));
  } catch (error) {
    const { code, message, hint } = error as CliError;
    return `${code}: ${message} | ${hint}`;
  }
}

describe('--rule', () => {
  it('says the level of a rule, and the last one wins', () => {
    expect(askedLevels(['sudo=error', 'unused-argument=off', 'sudo=warning'])).toEqual({ sudo: 'warning', 'unused-argument': 'off' });
  });

  it.each([
    ['sudo', 'usage: --rule sudo says no level | write NAME=error, NAME=warning or NAME=off'],
    ['sudo=info', 'usage: --rule sudo=info says no level | write NAME=error, NAME=warning or NAME=off'],
    ['sudo=eror', 'usage: --rule sudo=eror says no level | did you mean "error"?'],
    ['sudo=off=on', 'usage: --rule sudo=off=on says no level | write NAME=error, NAME=warning or NAME=off'],
    ['sudoo=off', 'unknown-rule: there is no rule "sudoo" | did you mean "sudo"?'],
    ['=off', 'unknown-rule: there is no rule "" | "imagewright lint --list" lists them'],
    ['unfinished-command=off', 'unknown-rule: there is no rule "unfinished-command" | "imagewright lint --list" lists them'],
  ])('refuses %s', (text, said) => {
    expect(refused(text)).toBe(said);
  });
});

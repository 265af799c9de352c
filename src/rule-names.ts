/**
 * ruleNames: the rules whose levels a definition may say, by their names. Made of the tables of rules by `test/docs.test.ts`.
 *
 * Leaf module: every other module may import it.
 */

export const ruleNames = [
  'copied-secret',
  'ignore-without-reason',
  'install-without-update',
  'recent-frontend',
  'run-without-effect',
  'shell-form-command',
  'sudo',
  'undefined-variable',
  'unused-argument',
  'unused-ignore',
] as const;

export type RuleName = (typeof ruleNames)[number];

/**
 * ruleNames: the rules whose levels a definition may say, by their names. Made of the tables of rules by `test/docs.test.ts`.
 *
 * Leaf module: every other module may import it.
 */

export const ruleNames = [
  'bad-port',
  'base-without-default',
  'copied-secret',
  'copy-of-ignored',
  'empty-line-in-instruction',
  'fixed-platform',
  'ignore-without-reason',
  'install-without-update',
  'instruction-casing',
  'maintainer',
  'pair-without-equals',
  'recent-frontend',
  'redundant-platform',
  'relative-workdir',
  'repeated-instruction',
  'run-without-effect',
  'secret-name',
  'shell-form-command',
  'stage-name',
  'sudo',
  'undeclared-base-argument',
  'undefined-variable',
  'unset-variable',
  'unused-argument',
  'unused-ignore',
] as const;

export type RuleName = (typeof ruleNames)[number];

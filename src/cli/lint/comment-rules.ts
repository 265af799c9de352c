/** commentRules: what `lint` says of the comments that tell it to say nothing: see ignore-comments.ts. */

import type { LintLevel } from '../../lint-level.js';

/** As the tables of rules have it. */
export interface CommentRule {
  readonly name: string;
  readonly level: LintLevel;
  readonly summary: string;
  readonly why: string;
}

export const commentRules = {
  ignoreWithoutReason: {
    name: 'ignore-without-reason',
    level: 'warning',
    summary: 'a comment that ignores a finding says why',
    why: 'Whoever reads it later cannot tell whether it still holds.',
  },
  unusedIgnore: {
    name: 'unused-ignore',
    level: 'warning',
    summary: 'a comment that ignores findings has one to ignore',
    why: 'One that is left behind, or has the wrong name, hides the next finding of its line.',
  },
} as const satisfies Record<string, CommentRule>;

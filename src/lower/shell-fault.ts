/** Why nothing can be run in shell form, or as a POSIX script: `"scratch" has no shell`; undefined where it can, or where it is not known. */

import type { StageContext } from './context.js';
import type { StepState } from './step-state.js';

export function shellFault({ base }: StageContext, { hasShell }: StepState): string | undefined {
  if (hasShell || !base.facts || base.facts.shell === '/bin/sh' || base.facts.distro === 'windows') return undefined;
  return base.facts.shell === undefined
    ? `"${base.image}" has no shell`
    : `"${base.image}" has its shell in ${base.facts.shell} (shell: ['${base.facts.shell}', '-c'])`;
}

/** What we write ourselves, and scripts of several lines, are POSIX. */
export function posixShellFault(context: StageContext, state: StepState): string | undefined {
  return context.base.facts?.distro === 'windows' ? `"${context.base.image}" is Windows, which has no POSIX shell` : shellFault(context, state);
}

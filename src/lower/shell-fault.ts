/** Why nothing can be run in shell form: `"scratch" has no shell`; undefined where it can, or where it is not known. */

import type { StageContext } from './context.js';
import type { StepState } from './step-state.js';

export function shellFault({ base }: StageContext, { hasShell }: StepState): string | undefined {
  if (hasShell || !base.facts || base.facts.shell === '/bin/sh') return undefined;
  return base.facts.shell === undefined
    ? `"${base.image}" has no shell`
    : `"${base.image}" has its shell in ${base.facts.shell} (shell: ['${base.facts.shell}', '-c'])`;
}

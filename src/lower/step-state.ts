/** What the steps of a stage change for those after them. */

import type { BaseUser } from '../bases/index.js';
import type { AnyText, Text } from '../text.js';

export interface StepState {
  /** Who commands run as; root when absent. */
  readonly user?: AnyText;
  /** Undefined: that of the base image, which is not known. */
  readonly workdir?: Text;
  /** Accounts that this stage and those below have created. */
  readonly accounts: readonly BaseUser[];
  /** Whether the stage has set a shell, so that one is there whatever the base has. */
  readonly hasShell: boolean;
}

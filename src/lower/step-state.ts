/** What the steps of a stage change for those after them. */

import type { Text } from '../text.js';

export interface StepState {
  /** Who commands run as; root when absent. */
  readonly user?: string;
  /** Undefined: that of the base image, which is not known. */
  readonly workdir?: Text;
  /** Whether the stage has set a shell, so that one is there whatever the base has. */
  readonly hasShell: boolean;
}

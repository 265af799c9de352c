/** Finding: what made a build fail, and where in image.ts that was asked for. */

import type { Origin } from '../../origin.js';

export interface Finding {
  /** Thing and fault. */
  readonly message: string;
  readonly hint?: string;
  /** One of them is at fault; where it cannot be told which, there are several. Never empty. */
  readonly places: readonly FindingPlace[];
}

export interface FindingPlace {
  readonly origin: Origin;
  /** Whether the name is at fault, or what it stands for. @default 'value' */
  readonly part?: 'key' | 'value';
  /** Text in what was written there: a line of a script. */
  readonly within?: string;
}

/** What a setting of the system (certificates, time zone, locale) is to a stage: packages of the distribution, and what stands around their installation. */

import type { Instruction, Run } from '../ir/instruction.js';
import type { Located } from '../origin.js';
import type { EnvSpec } from '../spec/spec.js';

export interface SystemSetting {
  readonly systemPackages: readonly Located<string>[];
  /** Before anything is installed. */
  readonly before: readonly Instruction[];
  /** Behind it. */
  readonly commands: readonly Run[];
  readonly env: readonly EnvSpec[];
}

/** What a field for the packages of a language is: how it is checked, and how what the parts of a definition say of it becomes one request. */

import type { Located } from '../../origin.js';
import type { Schema } from '../schema/primitives.js';
import type { PartialStage } from '../types.js';

export interface LanguageField<S extends object = object> {
  readonly schema: Schema;
  /** Undefined where nothing is asked for, whatever is said of how. */
  readonly resolve: (parts: readonly Located<PartialStage>[]) => S | undefined;
}

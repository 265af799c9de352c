/** CompiledImage: what the compiler gives for a definition without errors. */

import type { Compiled } from '../pipeline.js';

export type CompiledImage = Extract<Compiled, { readonly ok: true }> & {
  /** Its Apptainer definition, where one is asked for. */
  readonly apptainer?: string;
};

/**
 * What a pass is: program → program. It may change how the image is made, never what is in it.
 *
 * Contract: pure; idempotent; gives back the same object when nothing changed; merges origins when it merges instructions. `test/laws.test.ts` holds every
 * pass to it.
 */

import type { Program } from '../ir/program.js';
import type { LayerPolicy } from '../layer-policy.js';

export interface Pass {
  /** Its file's name: `gather-installs`. */
  readonly name: string;
  /** One sentence, as `explain` prints it. */
  readonly summary: string;
  /** Why that pays, in a sentence or two; `explain` prints it below. */
  readonly why: string;
  /** The policies under which it runs. */
  readonly policies: readonly LayerPolicy[];
  apply(program: Program): Program;
}

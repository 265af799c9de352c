/** Small house-keeping that the compiler writes: commands of which the failure of one ends them all. */

import type { Run } from '../ir/instruction.js';
import type { Origin } from '../origin.js';

/** One RUN, or none where there is nothing to do. */
export function generatedRun(origins: readonly Origin[], lines: readonly string[], comment?: string): readonly Run[] {
  if (lines.length === 0) return [];
  const commands = lines.map((line) => ({ line, arguments: [], isolated: false }));
  const said = comment === undefined ? {} : { comment };
  return [{ kind: 'run', origins, ...said, script: { form: 'commands', commands }, mounts: [], verbatim: false, generated: true }];
}

/**
 * legacyRefusals(): what Docker's builder without BuildKit cannot be asked for.
 */

import type { BuildOptions, Refusal } from './engine.js';
import { isWanted } from './is-wanted.js';

export function legacyRefusals(options: BuildOptions): readonly Refusal[] {
  const asked = {
    '--secret': options.secrets.length > 0,
    '--ssh': (options.ssh ?? []).length > 0,
    '--provenance': isWanted(options.provenance),
    '--sbom': isWanted(options.sbom),
    '--cache-to': options.cacheTo.length > 0,
    '--platform with several platforms': options.platforms.length > 1,
  };
  const names = Object.entries(asked).flatMap(([option, isAsked]) => (isAsked ? [option] : []));
  return names.map((option) => ({ option, reason, remedy }));
}

const reason = 'has that with BuildKit only, and the definition is for its builder without';
const remedy = "leave it out, or take for: 'legacy' out of the definition";

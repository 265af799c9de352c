/** platformOrigin(): where the platform of a base was written: beside its image, or in the same raw text. */

import type { From } from '../../ir/instruction.js';
import type { Origin, OriginPath } from '../../origin.js';

export function platformOrigin({ origins }: From): Origin {
  const { path, preset } = origins[0]!;
  return preset === undefined ? { path: beside(path) } : { path, preset: { ...preset, path: beside(preset.path) } };
}

function beside(path: OriginPath): OriginPath {
  return path.at(-1) === 'image' ? [...path.slice(0, -1), 'platform'] : path;
}

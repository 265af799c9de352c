/** isLegacy(): whether an image is for Docker's builder without BuildKit. */

import type { ImageSpec } from '../spec/spec.js';

export function isLegacy({ dockerfile }: ImageSpec): boolean {
  return dockerfile?.builder === 'legacy';
}

/**
 * buildOrder(): images in the order in which they can be built: one that starts from another, or copies from it, comes after it; else as they are written.
 *
 *     { worker: { base: web }, web: { … } }   →   web, worker
 */

import type { ProjectImage } from './project.js';
import { referencesOf } from './references-of.js';
import { tagsOf, withTag } from './tags-of.js';

export function buildOrder(images: readonly ProjectImage[]): readonly ProjectImage[] {
  const ordered = new Set<ProjectImage>();
  const waiting = new Set<ProjectImage>();
  const place = (image: ProjectImage): void => {
    // Images that wait for each other stay as they are written.
    if (ordered.has(image) || waiting.has(image)) return;
    waiting.add(image);
    const used = imagesUsed(image);
    for (const other of images) if (other !== image && tagsOf(other.compiled.spec).some((tag) => used.has(tag))) place(other);
    ordered.add(image);
  };
  images.forEach(place);
  return [...ordered];
}

export function imagesUsed({ compiled }: ProjectImage): ReadonlySet<string> {
  return new Set(referencesOf(compiled).map(withTag));
}

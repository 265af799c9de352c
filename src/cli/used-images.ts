/**
 * usedImages(): of the images of a project, those that each is made from: it starts from them, or copies from them, by one of their tags.
 */

import type { ProjectImage } from './project.js';
import { referencesOf } from './references-of.js';
import { tagsOf, withTag } from './tags-of.js';

type Image = Pick<ProjectImage, 'compiled'>;

export function usedImages<I extends Image>(images: readonly I[]): ReadonlyMap<I, readonly I[]> {
  const tagged = new Map(images.flatMap((image) => tagsOf(image.compiled.spec).map((tag) => [tag, image] as const)).reverse());
  return new Map(
    images.map((image) => {
      const used = new Set(referencesOf(image.compiled).flatMap((reference) => tagged.get(withTag(reference)) ?? []));
      used.delete(image);
      return [image, [...used]];
    }),
  );
}

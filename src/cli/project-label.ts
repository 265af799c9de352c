/**
 * projectLabel(): the label by which images and containers of a definition are found again, whichever name they were given: the definition's name and registry, without its tag.
 *
 *     { name: 'word_count', version: '0.1', registry: 'registry.example.org/team' }   →   imagewright.project=registry.example.org/team/word_count
 *
 * It does not stand in the Dockerfile: it is an option of the build and of the run. Undefined for a definition that has no name at all.
 */

import { imageReference } from '../spec/image-reference.js';
import type { ImageSpec } from '../spec/spec.js';

export const PROJECT_LABEL = 'imagewright.project';

export function projectLabel({ tags }: ImageSpec): string | undefined {
  const reference = tags[0]?.value;
  return reference === undefined ? undefined : `${PROJECT_LABEL}=${imageReference(reference).repository}`;
}

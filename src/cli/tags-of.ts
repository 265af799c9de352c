/** tagsOf(): the complete references of an image, each with its tag: `web` is `web:latest`. */

import type { ImageSpec } from '../spec/spec.js';

export function tagsOf({ tags }: ImageSpec): readonly string[] {
  return tags.map(({ value }) => withTag(value));
}

export function withTag(reference: string): string {
  return /:[^/]*$/.test(reference) ? reference : `${reference}:latest`;
}

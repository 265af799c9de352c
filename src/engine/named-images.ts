/**
 * namedImages(): an image with a list of names, as podman and Buildah tell it → one for each name, as the table of any engine has them.
 *
 *     ['localhost/word_count:0.1']   →   [{ repository: 'localhost/word_count', tag: '0.1', … }]
 */

import type { StoredImage } from './store.js';

export function namedImages(names: readonly string[] | null | undefined, image: Omit<StoredImage, 'repository' | 'tag'>): readonly StoredImage[] {
  if (names === null || names === undefined || names.length === 0) return [image];
  return names.map((name) => {
    const [, repository = name, tag = 'latest'] = /^(.*):([^/:]*)$/.exec(name) ?? [];
    return { repository, tag, ...image };
  });
}

/**
 * What Buildah keeps: images. The containers that it has are those that it builds in: they run nothing.
 *
 *     [{ "id": "4f2f…", "names": ["localhost/word_count:0.1"], "createdat": "3 minutes ago", "size": "190 MB" }]
 */

import { namedImages } from './named-images.js';
import { bareId, type ImageStore } from './store.js';

export const buildahImages: ImageStore = {
  listArguments: (label) => ['images', '--no-trunc', '--filter', `label=${label}`, '--json'],
  read: (stdout) => {
    const entries = stdout.trim() === '' ? [] : ((JSON.parse(stdout) as readonly ImageEntry[] | null) ?? []);
    return entries.flatMap(({ id, names, createdat, size }) => namedImages(names, { id: bareId(id), created: createdat, size }));
  },
  removeArguments: ({ names, force, extra }) => ['rmi', ...(force ? ['--force'] : []), ...extra, '--', ...names],
};

interface ImageEntry {
  readonly id: string;
  readonly names: readonly string[] | null;
  readonly createdat: string;
  readonly size: string;
}

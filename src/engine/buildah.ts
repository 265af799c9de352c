/**
 * Buildah: builds and pushes; the images are run by podman, which has the same store.
 */

import { buildahRefusals } from './buildah-refusals.js';
import { buildahImages } from './buildah-store.js';
import type { Engine } from './engine.js';
import { localBuildArguments } from './local-build-arguments.js';
import { buildahSharing } from './sharing.js';

export const buildah: Engine = {
  name: 'buildah',
  command: 'buildah',
  website: 'https://github.com/containers/buildah/blob/main/install.md',
  versionArguments: ['version'],
  refused: buildahRefusals,
  buildStream: () => ({ format: 'steps', from: 'both' }),
  buildArguments: (options) => localBuildArguments(options, { isBuildah: true }),
  images: buildahImages,
  inspectArguments: (image) => ['inspect', '--type', 'image', '--format', '{{.FromImageID}}', '--', image],
  sharing: buildahSharing,
};

/**
 * Podman: its `build` is buildah's.
 */

import { buildahRefusals } from './buildah-refusals.js';
import { podmanContainers, podmanImages } from './podman-store.js';
import type { Engine } from './engine.js';
import { localBuildArguments } from './local-build-arguments.js';
import { runArguments } from './run-arguments.js';
import { podmanSharing } from './sharing.js';

export const podman: Engine = {
  name: 'podman',
  command: 'podman',
  website: 'https://podman.io/docs/installation',
  versionArguments: ['version', '--format', '{{.Client.Version}}'],
  refused: buildahRefusals,
  buildStream: () => ({ format: 'steps', from: 'both' }),
  buildArguments: (options) => localBuildArguments(options, { isBuildah: true }),
  // Without root, users of the container are others on the host.
  runArguments: (options) => runArguments(options, options.keepsUser === true ? ['--userns', 'keep-id'] : []),
  images: podmanImages,
  containers: podmanContainers,
  inspectArguments: (image) => ['image', 'inspect', '--format', '{{.Id}}', '--', image],
  sharing: podmanSharing,
};

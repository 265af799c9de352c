/**
 * nerdctl: containerd's own command; its `build` needs a running buildkitd.
 */

import { dockerContainers, dockerImages } from './docker-store.js';
import type { Engine } from './engine.js';
import { localBuildArguments } from './local-build-arguments.js';
import { runArguments } from './run-arguments.js';
import { nerdctlSharing } from './sharing.js';

export const nerdctl: Engine = {
  name: 'nerdctl',
  command: 'nerdctl',
  website: 'https://github.com/containerd/nerdctl#install',
  versionArguments: ['version', '--format', '{{.Client.Version}}'],
  refused: () => [],
  buildStream: () => ({ format: 'plain', option: '--progress=plain', from: 'stderr' }),
  buildArguments: (options) => localBuildArguments(options, { isBuildah: false }),
  runArguments: (options) => runArguments(options),
  images: dockerImages,
  containers: dockerContainers,
  inspectArguments: (image) => ['image', 'inspect', '--format', '{{.Id}}', '--', image],
  sharing: nerdctlSharing,
};

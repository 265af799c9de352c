/**
 * registryOf(): the host of the registry that an image's name stands for; undefined for Docker Hub, whichever way it is written.
 *
 *     registry.example.org/team/tides:1 -> registry.example.org        team/tides:1, docker.io/team/tides:1 -> undefined
 */

import { imageReference } from '../../spec/image-reference.js';
import { registryHost } from '../../spec/registry-host.js';

const HUB: readonly string[] = ['docker.io', 'index.docker.io', 'registry-1.docker.io'];

export function registryOf(name: string): string | undefined {
  const host = registryHost(imageReference(name).repository);
  return host === undefined || isHub(host) ? undefined : host;
}

export function isHub(host: string): boolean {
  return HUB.includes(host.toLowerCase());
}

/** Whether the name says where it is, Docker Hub or elsewhere. */
export function hasHost(name: string): boolean {
  return registryHost(imageReference(name).repository) !== undefined;
}

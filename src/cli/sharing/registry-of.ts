/**
 * registryOf(): the host of the registry that an image's name stands for; undefined for Docker Hub, whichever way it is written.
 *
 *     registry.example.org/team/tides:1 -> registry.example.org        team/tides:1, docker.io/team/tides:1 -> undefined
 */

import { registryHost } from '../../registry-host.js';

const HUB: readonly string[] = ['docker.io', 'index.docker.io', 'registry-1.docker.io'];

export function registryOf(name: string): string | undefined {
  const host = registryHost(name);
  return host === undefined || isHub(host) ? undefined : host;
}

export function isHub(host: string): boolean {
  return HUB.includes(host.toLowerCase());
}

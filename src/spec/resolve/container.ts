/** `container`: how an image is meant to be run. */

import type { Located } from '../../origin.js';
import { entries, lastSaid, said } from '../said.js';
import type { ContainerSpec } from '../spec.js';
import type { ContainerOptions } from '../types.js';
import { given } from './given.js';

type Mounts = ContainerSpec['mounts'];

export function resolveContainer(parts: readonly Located<ContainerOptions>[]): ContainerSpec {
  const detach = lastSaid(parts, 'detach')?.value ?? false;
  const user = lastSaid(parts, 'user')?.value;
  const command = lastSaid(parts, 'command')?.value;
  return {
    ...given('name', lastSaid(parts, 'name')?.value),
    interactive: lastSaid(parts, 'interactive')?.value ?? false,
    detach,
    mounts: mountsOf(parts),
    ports: unique(said(parts, 'ports').flatMap(({ value }) => value.map((port) => (typeof port === 'number' ? `${port}:${port}` : port)))),
    env: entries(said(parts, 'env')).map(({ name, value }) => ({ name, value: String(value) })),
    ...given('command', command && [...command]),
    ...given('user', user === undefined ? undefined : String(user)),
    remove: lastSaid(parts, 'remove')?.value ?? !detach,
  };
}

/** The later mount on the same path wins. */
function mountsOf(parts: readonly Located<ContainerOptions>[]): Mounts {
  const byTarget = new Map<string, Mounts[number]>();
  for (const mount of said(parts, 'mounts').flatMap(({ value }) => value)) {
    byTarget.set(
      mount.to,
      'host' in mount ? { host: mount.host, to: mount.to, readOnly: mount.readOnly ?? false } : { volume: mount.volume, to: mount.to },
    );
  }
  return [...byTarget.values()];
}

function unique(values: readonly string[]): readonly string[] {
  return [...new Set(values)];
}

/** What a build is given besides its Dockerfile: `context`, `contexts`, `platforms`. */

import { posix } from 'node:path';
import type { Layer } from '../layers.js';
import { entries, items, lastSaid, said } from '../said.js';
import type { ContextSpec, ImageSpec } from '../spec.js';
import type { FurtherContext } from '../types.js';
import { given } from './given.js';

export function resolveBuild(layers: readonly Layer[]): Pick<ImageSpec, 'context' | 'contexts' | 'platforms'> {
  const context = lastSaid(layers, 'context');
  const folder = context && posix.normalize(context.value).replace(/(?<=.)\/+$/, '');
  const contexts = entries(said(layers, 'contexts')).map(({ name, value, origin }): ContextSpec => {
    return { name, ...given('value', contextValue(value)), origin };
  });
  const platforms = said(layers, 'platforms').flatMap(items);
  return {
    ...given('context', context && folder !== undefined && folder !== '.' ? { ...context, value: folder } : undefined),
    contexts: contexts.sort((first, second) => (first.name < second.name ? -1 : 1)),
    platforms: platforms
      .filter(({ value }, index) => platforms.findIndex((other) => other.value === value) === index)
      .sort((first, second) => (first.value < second.value ? -1 : 1)),
  };
}

function contextValue(context: FurtherContext): string | undefined {
  if (context === null) return undefined;
  if (typeof context === 'object') return `docker-image://${context.image}`;
  return context.includes('://') ? context : posix.normalize(context).replace(/(?<=.)\/+$/, '');
}

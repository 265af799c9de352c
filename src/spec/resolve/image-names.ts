/**
 * The name of an image and its complete references.
 *
 *     name: 'word_count', version: '0.1', registry: 'registry.example.org/team'  ->  registry.example.org/team/word_count:0.1
 *
 * Without a name the project's folder gives one; without a version the tag is `latest`.
 */

import type { Located } from '../../origin.js';
import type { Layer } from '../layers.js';
import { lastSaid, said, texts } from '../said.js';

export interface ImageNames {
  readonly name?: Located<string>;
  readonly tags: readonly Located<string>[];
}

export function resolveImageNames(layers: readonly Layer[], folder: string | undefined): ImageNames {
  const name = lastSaid(layers, 'name') ?? folderName(folder);
  const version = lastSaid(layers, 'version');
  const registry = lastSaid(layers, 'registry')?.value.replace(/\/+$/, '');
  const repository = name && (registry === undefined ? name.value : `${registry}/${name.value}`);
  const own = name && repository !== undefined ? [{ value: `${repository}:${version?.value ?? 'latest'}`, origin: (version ?? name).origin }] : [];
  const further = texts(said(layers, 'tags')).flatMap(({ value, origin }) => {
    if (/[:/]/.test(value)) return [{ value, origin }];
    return repository === undefined ? [] : [{ value: `${repository}:${value}`, origin }];
  });
  return { ...(name && { name }), tags: texts([...own, ...further]) };
}

/** As a repository name may be written: lower case, other signs as `-`. */
function folderName(folder: string | undefined): Located<string> | undefined {
  const last = folder?.split(/[\\/]/).findLast((part) => part !== '');
  const value = last
    ?.toLowerCase()
    .replace(/[^a-z0-9._-]+/g, '-')
    .replace(/^[._-]+|[._-]+$/g, '')
    .replace(/([._])[._-]+/g, '$1');
  return value ? { value, origin: { path: [] } } : undefined;
}

/**
 * nameFault(): why an image cannot be pushed by a name: said before the push, and before the build that pushes.
 *
 *     word_count:0.1          "word_count:0.1" names no registry and no user, and Docker Hub takes youruser/yourimage only   (name-does-not-fit)
 *     team/word/count:0.1     "team/word/count:0.1" is too deep for Docker Hub, which takes youruser/yourimage only
 */

import type { Fault } from '../../spec/check/fault.js';
import { imageReference } from '../../spec/image-reference.js';
import { registryHost } from '../../registry-host.js';
import { tagFault } from '../check-tags.js';
import { registryOf } from './registry-of.js';

export function nameFault(name: string): Fault | undefined {
  const fault = tagFault(name);
  if (fault !== undefined) return { ...fault, code: 'bad-tag' };
  if (registryOf(name) !== undefined) return undefined;
  const { repository } = imageReference(name);
  const host = registryHost(repository);
  const path = host === undefined ? repository : repository.slice(host.length + 1);
  const depth = path.split('/').length;
  if (depth === 2) return undefined;
  const last = path.split('/').at(-1)! + name.slice(repository.length);
  const hint = `say where it belongs, registry: 'youruser' or 'registry.example.org/team' in the definition; or name it: imagewright tag ${name} youruser/${last}`;
  const fits = 'Docker Hub takes youruser/yourimage only';
  const message = depth === 1 ? `"${name}" names no registry and no user, and ${fits}` : `"${name}" has a path too deep for Docker Hub: ${fits}`;
  return { code: 'name-does-not-fit', message, hint };
}

/**
 * baseFacts(): what is known of a base image.
 *
 * In: an image reference and, where the author gave one, the distribution (`debian:bookworm`). Out: facts, or undefined when the image is not known and
 * nothing is said of it: then whoever needs a fact asks for `distro`. Never a guess from a name that only looks familiar.
 */

import { distroFacts } from './distros/index.js';
import type { BaseFacts, BaseFamily } from './facts.js';
import { families } from './families/index.js';
import { parseReference, type Reference } from './reference.js';

export function baseFacts(text: string, distro?: string): BaseFacts | undefined {
  const reference = parseReference(text);
  if (distro === undefined) return reference && imageFacts(reference);
  const given = distroFacts(distro);
  if (!given) return undefined;
  const known = reference && (imageFacts(reference) ?? imageFacts({ repository: reference.repository, tag: tagOf(given) }));
  // Of a known image the author adds only what its tag leaves open; an image that is not known may have any account.
  if (known?.distro !== given.distro) return { ...given, usersComplete: false };
  const release = given.release ?? known.release;
  return { ...known, pep668: given.pep668, ...(release === undefined ? {} : { release }) };
}

function imageFacts({ repository, tag, digest }: Reference): BaseFacts | undefined {
  const meant = tag ?? (digest === undefined ? 'latest' : undefined);
  const family = familyOf(repository);
  const facts = family?.facts({ repository, ...(meant === undefined ? {} : { tag: meant }) });
  return facts && family?.standardRoot ? { ...facts, standardRoot: true } : facts;
}

/** The tag that a family of images in several distributions would have for it, where the author's does not say: a digest alone, perhaps. */
function tagOf({ distro, release = '' }: BaseFacts): string {
  return `0-${distro === 'alpine' ? 'alpine' : ''}${release}`;
}

function familyOf(repository: string): BaseFamily | undefined {
  const matches = (name: string) => (name.endsWith('/') ? repository.startsWith(name) : repository === name);
  return Object.values<BaseFamily>(families).find(({ repositories }) => repositories.some(matches));
}

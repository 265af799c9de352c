/**
 * `mambaorg/micromamba`: `2.0.5`, `1.5.8-bookworm-slim`, `2.0-ubuntu24.04`, `2.0-debian12-slim`, `1.5-alpine3.20`, `1.5.8-jammy-cuda-12.3.1`.
 *
 * It runs as `mambauser`, whose uid is 1000 up to 1.x and 57439 in later ones. There is no python before an environment has one.
 */

import { alpineFacts, alpineRelease } from '../distros/alpine.js';
import { debianFacts, debianRelease } from '../distros/debian.js';
import { ubuntuFacts, ubuntuRelease } from '../distros/ubuntu.js';
import type { BaseFacts, BaseFamily } from '../facts.js';
import { findRelease, tagWords } from '../tag.js';

export const micromamba: BaseFamily = {
  repositories: ['docker.io/mambaorg/micromamba', 'ghcr.io/mamba-org/micromamba'],
  facts: ({ tag }) => {
    const facts = distroOf(tagWords(tag));
    if (tag === undefined || !facts) return undefined;
    return { ...facts, users: [...facts.users, { name: 'mambauser' }], usersComplete: false, defaultUser: 'mambauser', tools: ['micromamba'] };
  },
};

/** The version may be left out: `jammy`, `alpine`, `latest`. A tag that says neither a distribution nor `slim` is no more than a version, of Debian. */
function distroOf([first = '', ...rest]: readonly string[]): BaseFacts | undefined {
  const words = /^(?:\d[\d.]*|latest)$/.test(first) ? rest : [first, ...rest];
  // `-cuda-12.3.1` is no release of a distribution.
  const names = words.filter((word) => !/^\d/.test(word));
  const alpine = names.find((word) => /^alpine[\d.]*$/.test(word));
  if (alpine !== undefined) return alpineFacts(alpineRelease(alpine.slice('alpine'.length)));
  const ubuntu = findRelease(names, (word) => ubuntuRelease(word.replace(/^ubuntu/, '')));
  if (ubuntu !== undefined) return ubuntuFacts(ubuntu);
  const debian = findRelease(names, (word) => debianRelease(word.replace(/^debian/, '')));
  return debian !== undefined || words.every((word) => word === 'slim') ? debianFacts(debian) : undefined;
}

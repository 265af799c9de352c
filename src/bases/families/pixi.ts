/** `ghcr.io/prefix-dev/pixi`: Ubuntu, unless the tag says Debian: `0.41.4`, `0.41.4-noble`, `0.41.4-bookworm`, `0.41.4-jammy-cuda-12.3.1`. */

import { debianFacts, debianRelease } from '../distros/debian.js';
import { ubuntuFacts, ubuntuRelease } from '../distros/ubuntu.js';
import type { BaseFacts, BaseFamily } from '../facts.js';
import { findRelease, tagWords } from '../tag.js';

export const pixi: BaseFamily = {
  repositories: ['ghcr.io/prefix-dev/pixi'],
  facts: ({ tag }) => (tag === undefined ? undefined : { ...distroOf(tag), usersComplete: false, tools: ['pixi'] }),
};

function distroOf(tag: string): BaseFacts {
  // The words with numbers are versions of other things.
  const names = tagWords(tag).filter((word) => !/^\d/.test(word));
  const debian = findRelease(names, debianRelease);
  return debian === undefined ? ubuntuFacts(findRelease(names, ubuntuRelease)) : debianFacts(debian);
}

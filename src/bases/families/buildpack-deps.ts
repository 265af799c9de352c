/** `buildpack-deps`: `bookworm`, `bookworm-scm`, `noble-curl`, `22.04`, `stable`, `latest`. Debian or Ubuntu, as the code name says. */

import { debianFacts, debianRelease } from '../distros/debian.js';
import { ubuntuFacts, ubuntuRelease } from '../distros/ubuntu.js';
import type { BaseFamily } from '../facts.js';
import { findRelease, tagWords } from '../tag.js';

export const buildpackDeps: BaseFamily = {
  repositories: ['docker.io/library/buildpack-deps'],
  moving: { release: 'trixie', since: '2025-08', certain: false },
  facts: ({ tag }) => {
    if (tag === undefined) return undefined;
    const words = tagWords(tag);
    const ubuntu = findRelease(words, ubuntuRelease);
    return ubuntu === undefined ? debianFacts(findRelease(words, debianRelease)) : ubuntuFacts(ubuntu);
  },
};

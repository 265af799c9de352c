/** `ubuntu`: `24.04`, `noble`, `noble-20240605`, `latest`, `rolling`, `devel`. */

import { ubuntuFacts, ubuntuRelease } from '../distros/ubuntu.js';
import type { BaseFamily } from '../facts.js';
import { findRelease, tagWords } from '../tag.js';

/** These only move forward: none of them is older than this now. */
const MOVING = ['latest', 'rolling', 'devel'];
const AT_LEAST = '24.04';

export const ubuntu: BaseFamily = {
  repositories: ['docker.io/library/ubuntu'],
  standardRoot: true,
  // `latest` is a long-term release; it may have gone to 26.04 since.
  moving: { release: '24.04', since: '2024-05', certain: false },
  facts: ({ tag }) => {
    const release = findRelease(tagWords(tag), ubuntuRelease);
    return MOVING.includes(tag ?? '') ? ubuntuFacts(undefined, AT_LEAST) : ubuntuFacts(release);
  },
};

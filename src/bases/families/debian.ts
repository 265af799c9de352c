/** `debian`: `bookworm-slim`, `bookworm-20240612-slim`, `12`, `12.5-slim`, `stable`, `latest`. */

import { debianFacts, debianRelease } from '../distros/debian.js';
import type { BaseFamily } from '../facts.js';
import { findRelease, tagWords } from '../tag.js';

export const debian: BaseFamily = {
  repositories: ['docker.io/library/debian'],
  standardRoot: true,
  moving: { release: 'trixie', since: '2025-08', certain: true },
  facts: ({ tag }) => debianFacts(findRelease(tagWords(tag), debianRelease)),
};

/** `golang`, the official image: `1.22`, `1.22-bookworm`, `1.22-alpine3.20`. */

import type { BaseFamily } from '../facts.js';
import { languageImageFacts, withTools } from '../tag.js';

export const golang: BaseFamily = {
  repositories: ['docker.io/library/golang'],
  // For 1.24 and later; older ones stay with the Debian release of their last build.
  moving: { release: 'trixie', since: '2025-08', certain: false },
  facts: ({ tag }) => withTools(languageImageFacts(tag), ['go']),
};

/** `rust`, the official image: `1.79`, `1.79-slim-bookworm`, `alpine3.20`. */

import type { BaseFamily } from '../facts.js';
import { languageImageFacts, withTools } from '../tag.js';

export const rust: BaseFamily = {
  repositories: ['docker.io/library/rust'],
  // For 1.89 and later; older ones stay with the Debian release of their last build.
  moving: { release: 'trixie', since: '2025-08', certain: false },
  facts: ({ tag }) => withTools(languageImageFacts(tag), ['cargo']),
};

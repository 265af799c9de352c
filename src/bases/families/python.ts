/**
 * `python`, the official image: `3.12`, `3.12-slim-bookworm`, `3.12-alpine3.20`, `slim`.
 *
 * Its python is its own, in /usr/local: pip installs into it, whatever PEP 668 says of the distro's.
 */

import type { BaseFamily } from '../facts.js';
import { languageImageFacts } from '../tag.js';

export const python: BaseFamily = {
  repositories: ['docker.io/library/python'],
  standardRoot: true,
  // For versions that were maintained then; older ones stay with the Debian release of their last build.
  moving: { release: 'trixie', since: '2025-08', certain: false },
  facts: ({ tag }) => {
    const facts = languageImageFacts(tag);
    return facts && { ...facts, python: { kind: 'own' } };
  },
};

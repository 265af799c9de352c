/** `node`, the official image: `22`, `22-bookworm-slim`, `22-alpine3.20`, `lts`. It has the account `node` with uid 1000. */

import type { BaseFamily } from '../facts.js';
import { languageImageFacts, withTools } from '../tag.js';

export const node: BaseFamily = {
  repositories: ['docker.io/library/node'],
  standardRoot: true,
  // For versions 20 to 24; later ones may have gone to trixie.
  moving: { release: 'bookworm', since: '2023-06', certain: false },
  facts: ({ tag }) => {
    const facts = withTools(languageImageFacts(tag), ['node', 'npm']);
    return facts && { ...facts, users: [...facts.users, { name: 'node', uid: 1000, gid: 1000 }] };
  },
};

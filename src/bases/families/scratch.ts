/** `scratch`: the empty image. It has no tags; no registry serves it. */

import type { BaseFamily } from '../facts.js';

export const scratch: BaseFamily = {
  repositories: ['docker.io/library/scratch'],
  facts: () => ({
    distro: 'scratch',
    title: 'empty',
    python: { kind: 'none' },
    pep668: false,
    users: [],
    usersComplete: true,
    dockerClean: false,
  }),
};

/** `r-base`, the official image: `4.4.1`, `latest`. Debian testing of the day on which it was built; it has the account `docker` with uid 1000. */

import { debianFacts } from '../distros/debian.js';
import type { BaseFamily } from '../facts.js';

export const rBase: BaseFamily = {
  repositories: ['docker.io/library/r-base', 'docker.io/rocker/r-base'],
  facts: () => {
    const facts = debianFacts();
    return { ...facts, tools: ['R'], users: [...facts.users, { name: 'docker', uid: 1000, gid: 1000 }] };
  },
};

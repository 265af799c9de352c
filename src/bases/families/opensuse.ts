/** `opensuse/leap:15.6`, `opensuse/tumbleweed`, also at registry.opensuse.org. */

import { leapFacts, leapRelease, tumbleweedFacts } from '../distros/opensuse.js';
import type { BaseFamily } from '../facts.js';

export const opensuse: BaseFamily = {
  repositories: ['docker.io/', 'registry.opensuse.org/'].flatMap((home) => [`${home}opensuse/leap`, `${home}opensuse/tumbleweed`]),
  facts: ({ repository, tag }) => {
    if (repository.endsWith('/tumbleweed')) return tumbleweedFacts();
    return leapFacts(tag === undefined ? undefined : leapRelease(tag));
  },
};

/**
 * Adjacent RUNs that are to share a layer become one, also where a policy keeps layers apart.
 *
 *     RUN make                              layer: 'shared'
 *     RUN make install                      layer: 'shared'
 *
 *     RUN make && \
 *         make install
 *
 * House-keeping that the compiler wrote joins them. Refuses what `ir/join-runs.ts` refuses.
 */

import { joinAdjacentRuns } from '../ir/join-adjacent-runs.js';
import type { Pass } from './pass.js';

export const mergeSharedRuns: Pass = {
  name: 'merge-shared-runs',
  summary: "adjacent RUNs of which each says layer: 'shared' become one",
  why: 'Their author wants one layer: what they do belongs together, or one removes what another has made.',
  policies: ['cache'],
  apply: (program) => joinAdjacentRuns(program, ({ layer, generated }) => layer === 'shared' || generated === true),
};

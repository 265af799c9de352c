/**
 * Small RUNs that the compiler wrote, and that stand next to each other, become one. What the author wrote, and installs, keep layers of their own: a
 * change in one then leaves the others in the cache.
 *
 *     RUN groupadd --gid 1000 app
 *     RUN useradd --uid 1000 --gid 1000 app
 *
 *     RUN groupadd --gid 1000 app && \
 *         useradd --uid 1000 --gid 1000 app
 *
 * Refuses what `ir/join-runs.ts` refuses.
 */

import { joinAdjacentRuns } from '../ir/join-adjacent-runs.js';
import type { Pass } from './pass.js';

export const mergeGeneratedRuns: Pass = {
  name: 'merge-generated-runs',
  summary: 'adjacent house-keeping RUNs become one',
  why: 'Commands that take no time need no layer each.',
  policies: ['cache'],
  apply: (program) => joinAdjacentRuns(program, ({ generated }) => generated === true),
};

/**
 * Adjacent RUNs become one layer.
 *
 *     RUN apt-get update && apt-get install -y git && rm -rf /var/lib/apt/lists/*
 *     RUN cd /opt/zlib && make
 *
 *     RUN apt-get update && apt-get install -y git && rm -rf /var/lib/apt/lists/* && \
 *         ( cd /opt/zlib && make )
 *
 * Refuses what `ir/join-runs.ts` refuses: `verbatim`, `layer: 'own'`, scripts and exec forms, other mounts, network or security, and lines that would mean something else
 * when joined.
 */

import { joinAdjacentRuns } from '../ir/join-adjacent-runs.js';
import type { Pass } from './pass.js';

export const mergeRuns: Pass = {
  name: 'merge-runs',
  summary: 'adjacent RUNs become one layer',
  why: 'Each RUN is a layer, and what one layer deletes of another still counts.',
  policies: ['fewest'],
  apply: (program) => joinAdjacentRuns(program, () => true),
};

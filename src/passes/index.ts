/**
 * THE ORDER of the passes, and what applies them.
 *
 * First what is left out, then what is decided about installs as a whole, then what stands where, then how installs are carried out and what the builder has; installs
 * are written out as RUN, and last comes what is merged. To add a pass: its file, its line
 * here, its test.
 */

import type { Program } from '../ir/program.js';
import type { LayerPolicy } from '../layer-policy.js';
import { chownInCopies } from './chown-in-copies.js';
import { cleanUp } from './clean-up.js';
import { dropNoEffect } from './drop-no-effect.js';
import { fitTarget } from './fit-target.js';
import { gatherInstalls } from './gather-installs.js';
import { lateVariables } from './late-variables.js';
import { linkCopies } from './link-copies.js';
import { manifestsBeforeSources } from './manifests-before-sources.js';
import { mergeCopies } from './merge-copies.js';
import { mergeGeneratedRuns } from './merge-generated-runs.js';
import { mergeMetadata } from './merge-metadata.js';
import { mergeRuns } from './merge-runs.js';
import { mergeSharedRuns } from './merge-shared-runs.js';
import { metadataLast } from './metadata-last.js';
import { mountCaches } from './mount-caches.js';
import { mountUsedOnce } from './mount-used-once.js';
import { orderCopies } from './order-copies.js';
import { orderPackages } from './order-packages.js';
import type { Pass } from './pass.js';
import { shareInstalls } from './share-installs.js';
import { splitCopies } from './split-copies.js';
import { volatilityGroups } from './volatility-groups.js';
import { writeInstalls } from './write-installs.js';

export const passes = {
  dropNoEffect,
  chownInCopies,
  mountUsedOnce,
  manifestsBeforeSources,
  gatherInstalls,
  orderPackages,
  shareInstalls,
  volatilityGroups,
  metadataLast,
  lateVariables,
  splitCopies,
  orderCopies,
  mergeCopies,
  linkCopies,
  mountCaches,
  cleanUp,
  fitTarget,
  writeInstalls,
  mergeGeneratedRuns,
  mergeSharedRuns,
  mergeRuns,
  mergeMetadata,
} satisfies Record<string, Pass>;

/** What one pass was given, and what it made of it: the same object when it changed nothing. */
export interface PassStep {
  readonly pass: Pass;
  readonly before: Program;
  readonly after: Program;
}

export function applyPasses(program: Program, policy: LayerPolicy): Program {
  return passSteps(program, policy).at(-1)?.after ?? program;
}

/** All passes of the policy, in their order. */
export function passSteps(program: Program, policy: LayerPolicy): readonly PassStep[] {
  const steps: PassStep[] = [];
  for (const pass of Object.values<Pass>(passes).filter(({ policies }) => policies.includes(policy))) {
    const before = steps.at(-1)?.after ?? program;
    steps.push({ pass, before, after: pass.apply(before) });
  }
  return steps;
}

/**
 * Package managers keep what they download in a cache of the builder, not in the image: the next build with other packages fetches only what is new.
 *
 *     RUN apt-get update && apt-get install -y git
 *
 *     RUN --mount=type=cache,target=/var/cache/apt,sharing=locked --mount=type=cache,target=/var/lib/apt/lists,sharing=locked \
 *         apt-get update && apt-get install -y git
 *
 * What would have been left in the image (archives, package lists) is then not there. Refuses installs that name no caches, and those on which another
 * pass has decided, and builders without mounts.
 */

import { hasFeature } from '../ir/features.js';
import type { Instruction } from '../ir/instruction.js';
import { mapStages, targetOf } from '../ir/program.js';
import type { Pass } from './pass.js';

export const mountCaches: Pass = {
  name: 'mount-caches',
  summary: 'downloads of package managers stay in a cache of the builder',
  why: 'A package that was downloaded once is not downloaded again when another one is added, and no archive or list gets into the image.',
  policies: ['cache'],
  apply: (program) => (hasFeature(targetOf(program), 'mount') ? mapStages(program, mountAll) : program),
};

function mountAll(instructions: readonly Instruction[]): readonly Instruction[] {
  const mounted = instructions.map((instruction): Instruction => {
    if (instruction.kind !== 'install' || instruction.caching !== undefined || instruction.caches.length === 0) return instruction;
    return { ...instruction, caching: 'mounts' };
  });
  return mounted.some((instruction, index) => instruction !== instructions[index]) ? mounted : instructions;
}

/**
 * Installs stand before the COPY of sources, so that a change of a source runs no package manager.
 *
 *     COPY . /opt/word_count/
 *     RUN --mount=type=bind,source=requirements.txt,target=/tmp/requirements/requirements.txt \
 *         pip install -r /tmp/requirements/requirements.txt
 *
 *     RUN --mount=type=bind,source=requirements.txt,target=/tmp/requirements/requirements.txt \
 *         pip install -r /tmp/requirements/requirements.txt
 *     COPY . /opt/word_count/
 *
 * What an install reads of the context is mounted for it alone, so it needs no COPY. Refuses to pass anything that the install may depend on: ENV, ARG, USER,
 * SHELL, RUN, raw text, another install, and a COPY, ADD, file or WORKDIR in a place that package managers or the install itself use (see
 * `ir/may-stand-before.ts`). Without a COPY, an ADD or a file to pass, an install stays where it is.
 */

import type { Install, Instruction } from '../ir/instruction.js';
import { mayStandBefore } from '../ir/may-stand-before.js';
import { mapStages } from '../ir/program.js';
import type { Pass } from './pass.js';

export const manifestsBeforeSources: Pass = {
  name: 'manifests-before-sources',
  summary: 'installs run before sources are copied, so that a change of a source runs no package manager',
  why: 'Sources change far more often than what is installed. Behind them, every change of a source would install everything again.',
  policies: ['cache', 'fewest'],
  apply: (program) => mapStages(program, moveInstallsUp),
};

function moveInstallsUp(instructions: readonly Instruction[]): readonly Instruction[] {
  const moved: Instruction[] = [];
  let changed = false;
  for (const instruction of instructions) {
    const place = instruction.kind === 'install' ? placeFor(instruction, moved) : moved.length;
    changed ||= place < moved.length;
    moved.splice(place, 0, instruction);
  }
  return changed ? moved : instructions;
}

/** The index of the first COPY, ADD or file that the install may stand before. */
function placeFor(install: Install, before: readonly Instruction[]): number {
  let place = before.length;
  for (let end = before.length; end > 0 && mayStandBefore(install, before.slice(0, end)); end -= 1) {
    const { kind } = before[end - 1]!;
    if (kind === 'copy' || kind === 'add' || kind === 'file') place = end - 1;
  }
  return place;
}

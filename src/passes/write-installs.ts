/**
 * Every install becomes the RUN that carries it out; from here on there is only the Dockerfile language.
 *
 *     (install apt "git")
 *
 *     RUN apt-get update && apt-get install -y git
 *
 * Runs under every policy: the printer knows no installs. Refuses nothing.
 */

import { installRun } from '../ir/install-run.js';
import type { Instruction } from '../ir/instruction.js';
import { mapStages } from '../ir/program.js';
import type { Pass } from './pass.js';

export const writeInstalls: Pass = {
  name: 'write-installs',
  summary: 'requests to package managers become RUN',
  why: 'From here on there is only the Dockerfile language; nothing is decided.',
  policies: ['cache', 'fewest', 'as-written'],
  apply: (program) => mapStages(program, writeAll),
};

function writeAll(instructions: readonly Instruction[]): readonly Instruction[] {
  if (!instructions.some(({ kind }) => kind === 'install')) return instructions;
  return instructions.map((instruction) => (instruction.kind === 'install' ? installRun(instruction) : instruction));
}

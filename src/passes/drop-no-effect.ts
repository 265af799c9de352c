/**
 * What has no effect is left out: an instruction that says what holds already, and one that a later one of its kind overrules.
 *
 *     USER root
 *     WORKDIR /opt/tides
 *     WORKDIR /opt/tides
 *     CMD ["bash"]
 *     CMD ["tides"]
 *
 *     USER root
 *     WORKDIR /opt/tides
 *     CMD ["tides"]
 *
 * - USER, SHELL and WORKDIR that the stage has said before, with nothing else of their kind between; for WORKDIR, which makes its folder, no
 *   command either (installs remove no folder of an application);
 * - HEALTHCHECK, STOPSIGNAL, CMD and ENTRYPOINT before another one in the same stage, and USER before another one with no command and no WORKDIR between.
 *
 * Refuses what stands on either side of raw text, which may say anything, and the last of each kind.
 */

import type { Instruction, InstructionKind } from '../ir/instruction.js';
import { mapStages } from '../ir/program.js';
import { same } from '../ir/same.js';
import { mergeOrigins } from '../origin.js';
import type { Text } from '../text.js';
import type { Pass } from './pass.js';

export const dropNoEffect: Pass = {
  name: 'drop-no-effect',
  summary: 'what has no effect is left out',
  why: 'What is said twice, or taken back at once, only makes the file longer.',
  policies: ['cache', 'fewest'],
  apply: (program) => mapStages(program, dropAll),
};

/** What remains bears the origins of what it stands for. */
function dropAll(instructions: readonly Instruction[]): readonly Instruction[] {
  const kept: Instruction[] = [];
  for (const instruction of instructions) {
    const overruled = takeOverruled(instruction, kept);
    const said = kept.findLastIndex((earlier) => saysAnew(earlier, instruction));
    if (isRepeated(kept[said], instruction)) kept[said] = withOrigins(kept[said]!, ...overruled, instruction);
    else kept.push(overruled.length === 0 ? instruction : withOrigins(instruction, ...overruled));
  }
  return kept.length < instructions.length ? kept : instructions;
}

/** Out of what is kept, what an instruction overrules. */
function takeOverruled(instruction: Instruction, kept: Instruction[]): readonly Instruction[] {
  const index = kept.findLastIndex((earlier) => earlier.kind === instruction.kind || mayUse(earlier, instruction));
  return kept[index]?.kind === instruction.kind && instruction.kind in USERS ? kept.splice(index, 1) : [];
}

/** What is said once for an image or for what follows, and what may make use of it. */
const USERS: Readonly<Partial<Record<InstructionKind, readonly InstructionKind[]>>> = {
  user: ['run', 'install', 'workdir', 'raw'],
  healthcheck: ['raw'],
  'stop-signal': ['raw'],
  cmd: ['raw'],
  entrypoint: ['raw'],
};

function mayUse(earlier: Instruction, { kind }: Instruction): boolean {
  return USERS[kind]?.includes(earlier.kind) === true;
}

function withOrigins(instruction: Instruction, ...others: readonly Instruction[]): Instruction {
  return { ...instruction, origins: mergeOrigins(instruction.origins, ...others.map(({ origins }) => origins)) };
}

/** Whether what an instruction says may not hold any more behind an earlier one. A command could take the folder of a WORKDIR away. */
function saysAnew(earlier: Instruction, { kind }: Instruction): boolean {
  return earlier.kind === kind || earlier.kind === 'raw' || (kind === 'workdir' && earlier.kind === 'run');
}

function isRepeated(earlier: Instruction | undefined, instruction: Instruction): boolean {
  switch (instruction.kind) {
    case 'user':
      return earlier?.kind === 'user' && typeof earlier.user === 'string' && earlier.user === instruction.user;
    case 'shell':
      return earlier?.kind === 'shell' && same(earlier.argv, instruction.argv);
    case 'workdir':
      return earlier?.kind === 'workdir' && same(earlier.path, instruction.path) && isAbsolute(instruction.path);
    default:
      return false;
  }
}

/** `WORKDIR texts`, said twice, is `texts/texts`; and a variable may have changed. */
function isAbsolute([first, ...rest]: Text): boolean {
  return typeof first === 'string' && first.startsWith('/') && rest.length === 0;
}

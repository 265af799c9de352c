/**
 * A working directory that starts from the one of the base, because raw text or a variable begins it with no `/`.
 */

import type { Instruction, Workdir } from '../../ir/instruction.js';
import type { Program, Stage } from '../../ir/program.js';
import { shownText } from '../../text.js';
import { expandedValue, expansions } from '../read/known-variables.js';
import type { Finding } from '../rule.js';
import { lintRule } from './lint-rule.js';

export const relativeWorkdir = lintRule({
  name: 'relative-workdir',
  level: 'warning',
  summary: 'the first working directory of a stage is an absolute path',
  why: 'It starts from the working directory of the base, which the next version of the base may have changed.',
  bad: { base: 'debian:bookworm-slim', steps: [{ kind: 'raw', text: 'WORKDIR tides' }] },
  good: { base: 'debian:bookworm-slim', workdir: '/tides' },
  also: ['WorkdirRelativePath', 'DL3000'],
  check: (program) => program.stages.flatMap((stage) => checkStage(program, stage)),
});

function checkStage(program: Program, stage: Stage): readonly Finding[] {
  const first = firstWorkdir(stage.instructions);
  if (first === undefined || hasOne(program, stage)) return [];
  const value = expansions(program.stages).flatMap((each) => (each.instruction === first ? (expandedValue(each.text, each) ?? '/') : []))[0] ?? '/';
  if (/^(?:\/|[A-Za-z]:[\\/])/.test(value)) return [];
  return [
    {
      origin: first.origins[0]!,
      message: `the working directory "${shownText(first.path)}" is not absolute, and starts from that of the base`,
      hint: 'begin it with "/"',
    },
  ];
}

function firstWorkdir(instructions: readonly Instruction[]): Workdir | undefined {
  return instructions.find((instruction): instruction is Workdir => instruction.kind === 'workdir');
}

/** Whether a stage that it builds on has set one. */
function hasOne({ stages }: Pick<Program, 'stages'>, { instructions: [from] }: Stage): boolean {
  if (from?.kind !== 'from') return false;
  const base = from.stage ?? shownText(from.image ?? []);
  const index = stages.findIndex(({ instructions }) => instructions[0] === from);
  const below = stages.slice(0, index).findLast(({ name }) => name !== undefined && name === base && base !== 'scratch');
  return below !== undefined && (firstWorkdir(below.instructions) !== undefined || hasOne({ stages: stages.slice(0, index) }, below));
}

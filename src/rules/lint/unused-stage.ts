/** A stage that nothing builds on, copies from or mounts. One that is built by itself (`--target test`) has a name that says so. */

import { allInstructions, imageStage, type Program, type Stage } from '../../ir/program.js';
import type { Instruction } from '../../ir/instruction.js';
import { fixAt } from '../../edit.js';
import type { Finding } from '../rule.js';
import { lintRule } from './lint-rule.js';

/** For people and CI to build, not for the image. */
const FOR_ITSELF = /^(?:test|tests|lint|check|docs?|dev|development|debug|ci|prod|production|release|runtime|export|artifacts?)(?:[-_.].*)?$/;

export const unusedStage = lintRule({
  name: 'unused-stage',
  level: 'warning',
  summary: 'each stage is used',
  why: 'The builder passes over it: what it was to make is missing, or it is left over and still read by people.',
  bad: { base: 'debian:bookworm-slim', stages: { tides: { base: 'debian:bookworm-slim', run: ['touch /tides'] } } },
  good: {
    base: 'debian:bookworm-slim',
    stages: { tides: { base: 'debian:bookworm-slim', run: ['touch /tides'] } },
    copy: [{ stage: 'tides', from: '/tides', to: '/' }],
  },
  check: (program) => {
    const image = imageStage(program);
    const used = new Set(allInstructions(program).flatMap(stagesOf));
    return program.stages.filter((stage) => stage !== image && !isUsed(stage, used, program)).map(finding);
  },
});

function isUsed({ name, origin }: Stage, used: ReadonlySet<string>, { stages }: Program): boolean {
  return name === undefined || used.has(name) || FOR_ITSELF.test(name) || origin.path.at(-2) !== 'stages' || stages.length === 1;
}

function stagesOf(instruction: Instruction): readonly string[] {
  if (instruction.kind === 'from') return instruction.stage === undefined ? [] : [instruction.stage];
  if (instruction.kind === 'onbuild') return stagesOf(instruction.instruction);
  if (instruction.kind === 'copy') return Object.values(instruction.from ?? {});
  const mounts = instruction.kind === 'run' || instruction.kind === 'install' ? instruction.mounts : [];
  return mounts.flatMap((mount) => ('from' in mount && mount.from !== undefined ? [mount.from] : []));
}

function finding({ name, origin }: Stage): Finding {
  return {
    origin,
    message: `nothing uses the stage "${name}"`,
    hint: 'remove it, or name it after what it is built for by itself: test, docs, dev',
    ...fixAt(origin, `remove the stage "${name}"`, { kind: 'remove', path: origin.path }),
  };
}

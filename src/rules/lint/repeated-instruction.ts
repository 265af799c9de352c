/**
 * A stage with two CMD, ENTRYPOINT or HEALTHCHECK: raw text says what a field says as well, or says it twice.
 */

import type { Instruction } from '../../ir/instruction.js';
import type { Stage } from '../../ir/program.js';
import type { Finding } from '../rule.js';
import { lintRule } from './lint-rule.js';

const ONCE = { cmd: 'CMD', entrypoint: 'ENTRYPOINT', healthcheck: 'HEALTHCHECK' } as const;

export const repeatedInstruction = lintRule({
  name: 'repeated-instruction',
  level: 'warning',
  summary: 'a stage has one command, one entrypoint and one healthcheck',
  why: 'The last one counts, and those before it are dead text that looks alive.',
  bad: { base: 'debian:bookworm-slim', cmd: ['ebb'], raw: ['CMD ["flood"]'] },
  good: { base: 'debian:bookworm-slim', cmd: ['flood'] },
  also: ['MultipleInstructionsDisallowed', 'DL3012', 'DL4003', 'DL4004'],
  check: ({ stages }) => stages.flatMap(checkStage),
});

function checkStage({ instructions }: Stage): readonly Finding[] {
  const kinds = Object.keys(ONCE) as (keyof typeof ONCE)[];
  return kinds.flatMap((kind) =>
    instructions
      .filter((instruction) => instruction.kind === kind)
      .slice(0, -1)
      .map((instruction) => finding(ONCE[kind], instruction)),
  );
}

function finding(keyword: string, { origins }: Instruction): Finding {
  return { origin: origins[0]!, message: `this ${keyword} is overruled by another one after it`, hint: 'keep the one that is meant' };
}

/** A relative target of COPY in a stage that has set no working directory. */

import { isCopying } from '../../ir/copied-place.js';
import type { Program, Stage } from '../../ir/program.js';
import { shownText } from '../../text.js';
import { stageChain } from '../read/stage-chain.js';
import type { Finding } from '../rule.js';
import { lintRule } from './lint-rule.js';

export const copyWithoutWorkdir = lintRule({
  name: 'copy-without-workdir',
  level: 'warning',
  summary: 'a relative target has a working directory to start from',
  why: 'It starts from the working directory of the base: of most that is "/", and the next version of the base may have another.',
  bad: { base: 'debian:bookworm-slim', copy: { 'tides.csv': 'data/' } },
  good: { base: 'debian:bookworm-slim', workdir: '/opt/tides', copy: { 'tides.csv': 'data/' } },
  also: ['DL3045'],
  check: (program) => program.stages.flatMap((stage) => checkStage(program, stage)),
});

function checkStage(program: Program, stage: Stage): readonly Finding[] {
  const below = stageChain(program, stage).slice(0, -1);
  if (below.some(({ instructions }) => instructions.some(({ kind }) => kind === 'workdir'))) return [];
  const end = stage.instructions.findIndex(({ kind }) => kind === 'workdir');
  return stage.instructions.slice(0, end < 0 ? undefined : end).flatMap((instruction) => {
    if (!isCopying(instruction) || /^(?:[/$"]|[A-Za-z]:)/.test(shownText(instruction.to))) return [];
    const message = `"${shownText(instruction.to)}" starts from whatever working directory the base has`;
    return [{ origin: instruction.origins[0]!, message, hint: 'set workdir, or write the whole path' }];
  });
}

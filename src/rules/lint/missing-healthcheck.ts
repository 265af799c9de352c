/** An image without a healthcheck. A policy: for services alone. */

import { imageStage } from '../../ir/program.js';
import { stageChain } from '../read/stage-chain.js';
import { lintRule } from './lint-rule.js';

export const missingHealthcheck = lintRule({
  name: 'missing-healthcheck',
  level: 'off',
  summary: 'an image says how it is checked that its container works',
  why: 'A process that runs need not answer: without a check nothing starts it again.',
  bad: { base: 'debian:bookworm-slim', cmd: ['tide-server'] },
  good: { base: 'debian:bookworm-slim', cmd: ['tide-server'], healthcheck: { cmd: ['tide-server', '--check'] } },
  also: ['DL3057'],
  check: (program) => {
    const stage = imageStage(program);
    const has = stageChain(program, stage).some(({ instructions }) => instructions.some(({ kind }) => kind === 'healthcheck'));
    return has
      ? []
      : [
          {
            origin: stage.origin,
            message: 'the image has no healthcheck',
            hint: 'say how to check it: healthcheck: { cmd }; or that there is none: false',
          },
        ];
  },
});

/** An image that does not say who its container runs as. A policy: of most bases it is root. */

import { imageStage } from '../../ir/program.js';
import { stageChain } from '../read/stage-chain.js';
import { lintRule } from './lint-rule.js';

export const missingUser = lintRule({
  name: 'missing-user',
  level: 'off',
  summary: 'an image says which user its container runs as',
  why: 'Of most bases it is root: see root-user.',
  bad: { base: 'debian:bookworm-slim', cmd: ['tides'] },
  good: { base: 'debian:bookworm-slim', user: 'tides', cmd: ['tides'] },
  check: (program) => {
    const stage = imageStage(program);
    const has = stageChain(program, stage).some(({ instructions }) => instructions.some(({ kind }) => kind === 'user'));
    return has ? [] : [{ origin: stage.origin, message: 'the image says no user, and of most bases that is root', hint: "write user: 'app'" }];
  },
});

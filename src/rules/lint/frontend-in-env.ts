/** DEBIAN_FRONTEND in the environment of the image: whoever works in the container is never asked anything by apt again. */

import { imageStage } from '../../ir/program.js';
import { fixAt } from '../../edit.js';
import { stageScripts } from '../read/scripts.js';
import { lintRule } from './lint-rule.js';

export const frontendInEnv = lintRule({
  name: 'frontend-in-env',
  level: 'warning',
  summary: 'DEBIAN_FRONTEND is set for the build alone',
  why: 'It stays in the image: whoever installs a package in the container is not asked what it wants to know. Requests with apt set it for themselves.',
  bad: { base: 'debian:bookworm-slim', env: { DEBIAN_FRONTEND: 'noninteractive' }, apt: ['tzdata'] },
  good: { base: 'debian:bookworm-slim', apt: ['tzdata'] },
  check: (program) =>
    imageStage(program).instructions.flatMap((instruction) =>
      instruction.kind !== 'env'
        ? []
        : instruction.entries
            .filter(({ name }) => name === 'DEBIAN_FRONTEND')
            .map(({ origin }) => ({
              origin,
              message: 'DEBIAN_FRONTEND stays in the image, for everybody who works in it',
              hint: 'leave it out: requests with apt set it for themselves; for scripts of your own, say it in args',
              ...(origin.path.length === 2 && stageScripts(program, imageStage(program)).length === 0
                ? fixAt(origin, 'remove DEBIAN_FRONTEND from env', { kind: 'remove', path: origin.path })
                : {}),
            })),
    ),
});

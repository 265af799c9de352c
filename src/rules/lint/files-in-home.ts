/** Files in the home folder of root. On a cluster another folder is in its place, and nobody else may read it in any case. */

import { copiedPlace, isCopying } from '../../ir/copied-place.js';
import type { Stage } from '../../ir/program.js';
import { imageStage } from '../../ir/program.js';
import { literalValue } from '../../text.js';
import type { Finding } from '../rule.js';
import { lintRule } from './lint-rule.js';

export const filesInHome = lintRule({
  name: 'files-in-home',
  level: 'warning',
  summary: 'an image keeps its files out of the home folder of root',
  why: 'Nobody but root may read it, and containers of Apptainer and Singularity run as the caller, whose home folder is mounted: the files are not there.',
  bad: { base: 'debian:bookworm-slim', copy: { 'tides.conf': '/root/.tides/' } },
  good: { base: 'debian:bookworm-slim', copy: { 'tides.conf': '/etc/tides/' } },
  check: (program) => checkStage(imageStage(program)),
});

function checkStage({ instructions }: Stage): readonly Finding[] {
  return instructions.flatMap((instruction, index) => {
    const path =
      instruction.kind === 'workdir'
        ? literalValue(instruction.path)
        : isCopying(instruction)
          ? copiedPlace(instruction, instructions.slice(0, index))
          : undefined;
    if (path === undefined || !/^\/root(?:\/|$)/.test(path)) return [];
    return [
      {
        origin: instruction.origins[0]!,
        message: `"${path}" is in the home folder of root, which nobody else can read`,
        hint: 'put it below /opt, /srv, /usr/local or /etc',
      },
    ];
  });
}

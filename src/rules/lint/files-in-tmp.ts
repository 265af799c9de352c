/** Files that are copied to /tmp and stay there. A policy. */

import { copiedPlace, isCopying } from '../../ir/copied-place.js';
import { imageStage } from '../../ir/program.js';
import { lintRule } from './lint-rule.js';

export const filesInTmp = lintRule({
  name: 'files-in-tmp',
  level: 'off',
  summary: 'an image keeps no files in /tmp',
  why: 'They stay in the layer, whatever a later step removes; and Apptainer has the /tmp of the host in its place.',
  bad: { base: 'debian:bookworm-slim', copy: { 'setup.sh': '/tmp/' }, run: ['sh /tmp/setup.sh'] },
  good: { base: 'debian:bookworm-slim', run: [{ script: 'sh setup.sh', uses: ['setup.sh'] }] },
  check: (program) => {
    const { instructions } = imageStage(program);
    return instructions.flatMap((instruction, index) => {
      const place = isCopying(instruction) ? copiedPlace(instruction, instructions.slice(0, index)) : undefined;
      if (place === undefined || !/^\/(?:var\/)?tmp(?:\/|$)/.test(place)) return [];
      return [
        {
          origin: instruction.origins[0]!,
          message: `"${place}" stays in the image`,
          hint: 'name what only a script needs in its uses: it is then there while it runs',
        },
      ];
    });
  },
});

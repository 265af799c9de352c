/** `COPY --from=… / /`: all of another image on top of this one. */

import { allInstructions } from '../../ir/program.js';
import { shownText } from '../../text.js';
import { lintRule } from './lint-rule.js';

export const wholeImageCopied = lintRule({
  name: 'whole-image-copied',
  level: 'warning',
  summary: 'of another stage or image only what is needed is copied',
  why: 'Files of two systems lie over each other, packages whose manager knows nothing of them, twice the size. From nothing it makes one layer of an image, which is well.',
  bad: { base: 'debian:bookworm-slim', stages: { tides: { base: 'debian:bookworm-slim' } }, copy: [{ stage: 'tides', from: '/', to: '/' }] },
  good: { base: 'scratch', stages: { tides: { base: 'debian:bookworm-slim' } }, copy: [{ stage: 'tides', from: '/', to: '/' }] },
  also: ['DL3067'],
  check: (program) =>
    program.stages
      .filter(({ instructions: [from] }) => from?.kind !== 'from' || from.image?.[0] !== 'scratch')
      .flatMap((stage) => allInstructions({ ...program, globalArgs: [], stages: [stage] }))
      .flatMap((it) => {
        if (it.kind !== 'copy' || it.from === undefined || shownText(it.to) !== '/' || !it.sources.some((source) => shownText(source) === '/'))
          return [];
        return [
          {
            origin: it.origins[0]!,
            message: 'all of another image is copied on top of this one',
            hint: 'name the files and folders that are needed, or build on it',
          },
        ];
      }),
});

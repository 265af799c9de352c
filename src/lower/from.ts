/** The base of a stage: `FROM debian:bookworm-slim`, `FROM build`, with the digest where it is pinned. */

import type { From } from '../ir/instruction.js';
import type { StageSpec } from '../spec/spec.js';
import { imageText } from './image-text.js';

export function lowerFrom({ base }: StageSpec): From {
  const origins = [base.origin];
  if (base.kind === 'stage') return { kind: 'from', origins, stage: base.stage };
  const { image, digest, platform } = base;
  return {
    kind: 'from',
    origins,
    image: imageText(digest === undefined ? image : `${image}@${digest}`),
    ...(platform === undefined ? {} : { platform }),
  };
}

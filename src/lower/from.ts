/** The base of a stage: `FROM debian:bookworm-slim`, `FROM build`, with the digest where it is pinned. */

import type { From } from '../ir/instruction.js';
import type { StageContext } from './context.js';
import type { StageBase } from './stage-base.js';
import { imageText } from './image-text.js';

export function lowerFrom({
  stage: { base },
  base: { triggers = [], facts },
}: Pick<StageContext, 'stage'> & { readonly base: Pick<StageBase, 'triggers' | 'facts'> }): From {
  const origins = [base.origin];
  // Whoever looks for what a trigger is about can only be led to the base.
  const run = triggers.length === 0 ? {} : { triggers: triggers.map((trigger) => ({ ...trigger, origins })) };
  if (base.kind === 'stage') return { kind: 'from', origins, stage: base.stage, ...run };
  const { image, digest, platform } = base;
  return {
    kind: 'from',
    origins,
    image: imageText(digest === undefined ? image : `${image}@${digest}`),
    ...(platform === undefined ? {} : { platform }),
    ...(facts?.standardRoot ? { standardRoot: true } : {}),
    ...(facts?.distro === 'windows' ? { shell: ['cmd', '/S', '/C'] } : {}),
    ...run,
  };
}

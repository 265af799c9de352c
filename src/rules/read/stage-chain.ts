/** stageChain(): a stage and those that it builds on, from the lowest, and the image at the bottom of them. */

import type { From } from '../../ir/instruction.js';
import type { Program, Stage } from '../../ir/program.js';
import { shownText } from '../../text.js';

export function stageChain({ stages }: Pick<Program, 'stages'>, stage: Stage): readonly Stage[] {
  const [from] = stage.instructions;
  const before = stages.slice(0, Math.max(0, stages.indexOf(stage)));
  const below = from?.kind === 'from' && from.stage !== undefined ? before.findLast(({ name }) => name === from.stage) : undefined;
  return below === undefined ? [stage] : [...stageChain({ stages: before }, below), stage];
}

/** What is known to come without a program of its own, and which it is. */
export function plainBase(chain: readonly Stage[]): 'debian' | 'ubuntu' | 'alpine' | 'scratch' | undefined {
  const from = chain[0]?.instructions[0] as From | undefined;
  const image = shownText(from?.image ?? []);
  if (image === 'scratch') return image;
  return /^(?:docker\.io\/)?(?:library\/)?(debian|ubuntu|alpine)(?:[:@]|$)/.exec(image)?.[1] as 'debian' | undefined;
}

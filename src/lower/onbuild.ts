/**
 * Steps of what builds on the image: each instruction that they give, behind ONBUILD.
 *
 *     onbuild: [copy('.', '/app'), run('make')]
 *
 *     ONBUILD COPY . /app
 *     ONBUILD RUN make
 */

import type { Onbuild, Trigger } from '../ir/instruction.js';
import { triggerArgs } from './args.js';
import type { StageContext } from './context.js';
import type { StepState } from './step-state.js';
import { lowerSteps } from './steps.js';

export interface LoweredTriggers {
  readonly instructions: readonly Onbuild[];
  /** After they have run. */
  readonly state: StepState;
}

/** They run as whoever the image runs as. */
export function lowerOnbuild(context: StageContext, left: StepState): LoweredTriggers {
  const { instructions, state } = lowerSteps({ ...context, isTrigger: true, stage: { ...context.stage, steps: context.stage.onbuild } }, left);
  // Steps install nothing and begin no stage.
  const all = [...triggerArgs(context.stage), ...(instructions as readonly Trigger[])];
  const triggers = all.map(({ comment, ...instruction }): Onbuild => {
    return { kind: 'onbuild', origins: instruction.origins, ...(comment === undefined ? {} : { comment }), instruction };
  });
  return { instructions: triggers, state };
}

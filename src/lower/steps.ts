/** The steps of a stage, in their order: each to its section, with what the steps before have changed. */

import type { Instruction } from '../ir/instruction.js';
import type { StepSpec } from '../spec/spec.js';
import type { Text } from '../text.js';
import { lowerAdd } from './add.js';
import { lowerArg } from './args.js';
import type { StageContext } from './context.js';
import { lowerCopy } from './copy.js';
import { lowerEnv } from './env.js';
import { lowerFile } from './file.js';
import { lowerRun } from './run.js';
import type { StepState } from './step-state.js';
import { accountOf, asRoot, lowerAccount, lowerUser, userText } from './user.js';

export interface LoweredSteps {
  readonly instructions: readonly Instruction[];
  readonly state: StepState;
}

export function lowerSteps(context: StageContext, start: StepState): LoweredSteps {
  const instructions: Instruction[] = [];
  let state = start;
  for (const step of context.stage.steps) {
    instructions.push(...lowerStep(context, step, state));
    state = stateAfter(step, state);
  }
  return { instructions, state };
}

function lowerStep(context: StageContext, step: StepSpec, state: StepState): readonly Instruction[] {
  const origins = [step.origin];
  switch (step.kind) {
    case 'copy':
      return [lowerCopy(step)];
    case 'add':
      return [lowerAdd(step)];
    case 'file':
      return lowerFile(context, step, state);
    case 'run':
      return lowerRun(context, step, state);
    case 'env':
      return lowerEnv(step.entries);
    case 'arg':
      return step.args.map(lowerArg);
    case 'user':
      return [...asRoot(lowerAccount(withAccounts(context, state), step.user), state), lowerUser(step.user)];
    case 'workdir':
      return [{ kind: 'workdir', origins, path: step.path }];
    case 'shell':
      return [{ kind: 'shell', origins, argv: step.argv }];
    case 'raw':
      return [{ kind: 'raw', origins, text: step.text }];
    default:
      return step satisfies never;
  }
}

function stateAfter(step: StepSpec, state: StepState): StepState {
  switch (step.kind) {
    case 'user':
      return { ...state, user: userText(step.user), accounts: [...state.accounts, ...accountOf(step.user)] };
    case 'workdir':
      return { ...state, ...afterWorkdir(step.path, state.workdir) };
    case 'shell':
      return { ...state, hasShell: true };
    default:
      return state;
  }
}

function withAccounts(context: StageContext, { accounts }: StepState): StageContext {
  return { ...context, base: { ...context.base, accounts } };
}

/** A relative directory is below the one before it. */
function afterWorkdir(path: Text, before: Text | undefined): { readonly workdir?: Text } {
  const [first] = path;
  if (typeof first !== 'string' || first.startsWith('/')) return { workdir: path };
  return before === undefined ? {} : { workdir: [...before, '/', ...path] };
}

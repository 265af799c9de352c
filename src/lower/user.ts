/** The user: its account, where it has to be created, and `USER`, at the end of the stage or where a step says it. */

import type { BaseUser } from '../bases/index.js';
import type { Run, User } from '../ir/instruction.js';
import type { UserSpec } from '../spec/spec.js';
import type { AnyText } from '../text.js';
import { createAccount } from './account.js';
import type { StageContext } from './context.js';
import { generatedRun } from './generated-run.js';
import type { StepState } from './step-state.js';

export function lowerAccount({ base, report }: StageContext, user: UserSpec): readonly Run[] {
  return generatedRun([user.origin], createAccount(user, base, report), `The user "${user.name}"`);
}

export function lowerUser(user: UserSpec): User {
  return { kind: 'user', origins: [user.origin], user: userText(user) };
}

/** By name where it has one: then the home directory is known as well. A number takes no group along by itself. */
export function userText({ name, reference, uid, gid }: UserSpec): AnyText {
  if (reference !== undefined) return reference;
  if (name !== undefined) return name;
  return gid === undefined ? String(uid ?? 0) : `${uid ?? 0}:${gid}`;
}

/** Whoever a variable names may be anybody. */
export function isRoot(user: AnyText | undefined): boolean {
  return user === undefined || (typeof user === 'string' && /^(?:root|0|ContainerAdministrator)(?::|$)/.test(user));
}

/** Commands that need root, whoever the steps before have become. */
export function asRoot(runs: readonly Run[], { user }: StepState): readonly (Run | User)[] {
  const [first] = runs;
  return !first || user === undefined || isRoot(user) ? runs : [become('root', first), ...runs];
}

/** The same, and the user of before again. */
export function asRootForNow(runs: readonly Run[], state: StepState): readonly (Run | User)[] {
  const [first] = runs;
  const rooted = asRoot(runs, state);
  return first && rooted !== runs ? [...rooted, become(state.user!, first)] : rooted;
}

function become(user: AnyText, { origins }: Run): User {
  return { kind: 'user', origins, user };
}

/** The account, for what comes after. */
export function accountOf({ name, uid, gid }: UserSpec): readonly BaseUser[] {
  if (name === undefined) return [];
  return [{ name, ...(uid === undefined ? {} : { uid }), ...(gid === undefined ? {} : { gid }) }];
}

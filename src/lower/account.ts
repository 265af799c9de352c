/**
 * Accounts: the user that a container runs as is created where the base does not have it.
 *
 *     user: { name: 'app', uid: 1000 }        on ubuntu:24.04, where "ubuntu" has that uid
 *
 *     RUN userdel --remove ubuntu && SOURCE_DATE_EPOCH=0 useradd --create-home --shell /bin/sh --uid 1000 app
 *     USER app
 *
 * - An account that the base has under that name (and uid) is used as it is.
 * - A uid of an ordinary account of the base (1000 and up) changes hands: that account is removed, so that the uid has one name. Its files keep the uid.
 * - A uid of a system account, and any uid where the accounts of the base are not all known, is shared (`--non-unique`).
 *
 * Refuses another uid for a name that the base has, and a shared uid where the tool cannot do that.
 */

import type { BaseUser } from '../bases/index.js';
import type { Report } from '../diagnostics.js';
import { childOrigin, type Located } from '../origin.js';
import type { UserSpec } from '../spec/spec.js';
import { accountCommands, isOrdinary, ownerOf, type Account, type AccountFacts } from './account-commands.js';
import type { StageBase } from './stage-base.js';

/** Shell lines that create the account; `[]` where there is nothing to create or an error says why not. */
export function createAccount(user: UserSpec, base: StageBase, report: Report): readonly string[] {
  const facts = accountFacts(user, base, report);
  if (!facts) return [];
  const { name } = user;
  if (facts.tool.command === 'adduser' && user.uid !== undefined && isSystemUid(facts.users, user.uid)) {
    report.error('uid-taken', childOrigin(user.origin, 'uid'), {
      message: `the uid ${user.uid} belongs to "${ownerOf(facts.users, user.uid)?.name}" in "${base.image}"`,
      hint: 'choose one of 1000 or more',
    });
    return [];
  }
  return accountCommands({ ...user, name } as Account, facts);
}

/** A package that has to be there before accounts can be created. */
export function accountPackages(users: readonly UserSpec[], base: StageBase): readonly Located<string>[] {
  const name = base.facts?.accounts?.package;
  const [first] = users.filter((user) => isCreated(user, base));
  return name === undefined || !first ? [] : [{ value: name, origin: first.origin }];
}

/** Whether commands have to run for it, as far as that is known. */
export function isCreated({ name, create }: UserSpec, { facts, accounts }: StageBase): boolean {
  return create && name !== undefined && name !== 'root' && ![...(facts?.users ?? []), ...accounts].some((user) => user.name === name);
}

/** In every image. */
const ROOT: BaseUser = { name: 'root', uid: 0, gid: 0 };

function accountFacts(user: UserSpec, base: StageBase, report: Report): AccountFacts | undefined {
  if (user.name === 'root') reportKnown(user, { known: ROOT, base }, report);
  if (!user.create || user.name === undefined || user.name === 'root') return undefined;
  const facts = base.requireFacts('creating a user');
  if (!facts) return undefined;
  const users = [...facts.users, ...base.accounts];
  const known = users.find(({ name }) => name === user.name);
  if (known) reportKnown(user, { known, base }, report);
  else if (!facts.accounts) {
    report.error('no-accounts', user.origin, {
      message: `"${base.image}" has nothing to create the user "${user.name}" with`,
      hint: 'give a number, which needs no account: user: 1000',
    });
  }
  return known || !facts.accounts ? undefined : { tool: facts.accounts, users, usersComplete: facts.usersComplete };
}

/** An account of the base is used as it is; it is an error to want it otherwise. */
function reportKnown(user: UserSpec, { known, base }: { readonly known: BaseUser; readonly base: StageBase }, report: Report): void {
  const wants = (['gid', 'home', 'shell'] as const).find((field) => user[field] !== undefined && (field !== 'gid' || user.gid !== known.gid));
  const isOther = user.uid !== undefined && user.uid !== known.uid;
  if (!isOther && wants === undefined && user.groups.length === 0) return;
  const its = known.uid === undefined ? 'a uid of its own' : `uid ${known.uid}`;
  const field = isOther ? 'uid' : (wants ?? 'groups');
  report.error('user-taken', childOrigin(user.origin, field), {
    message: `"${known.name}" is in "${base.image}" already, with ${its}: its ${field} stays as it is`,
    hint: `write user: '${known.name}' to use it so, or choose another name`,
  });
}

function isSystemUid(users: readonly BaseUser[], uid: number): boolean {
  return ownerOf(users, uid) !== undefined && !isOrdinary(uid);
}

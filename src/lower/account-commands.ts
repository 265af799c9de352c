/** The commands that create an account: `useradd` of shadow, or the `adduser` of busybox. */

import type { AccountTool, BaseUser } from '../bases/index.js';
import { shellWord } from '../shell-word.js';
import type { UserSpec } from '../spec/spec.js';

export type Account = UserSpec & { readonly name: string };

export interface AccountFacts {
  readonly tool: AccountTool;
  readonly users: readonly BaseUser[];
  readonly usersComplete: boolean;
}

/** From this uid on, useradd would write a sparse file of many gigabytes for the log of logins. */
const SPARSE_LOG = 100_000;

export function accountCommands(account: Account, facts: AccountFacts): readonly string[] {
  return facts.tool.command === 'useradd' ? shadowCommands(account, facts) : busyboxCommands(account, facts);
}

function shadowCommands({ name, uid, gid, home, shell, groups }: Account, { users, usersComplete }: AccountFacts): readonly string[] {
  const owner = uid === undefined ? undefined : ownerOf(users, uid);
  const isRemoved = owner !== undefined && uid !== undefined && isOrdinary(uid);
  const isShared = uid !== undefined && !isRemoved && (owner !== undefined || !usersComplete);
  const gidOwner = groupOwner(users, gid, isRemoved ? owner : undefined);
  return [
    ...(isRemoved ? [`userdel --remove ${owner.name}`] : []),
    ...(gid === undefined || gidOwner ? [] : [`groupadd${usersComplete && isOrdinary(gid) ? '' : ' --non-unique'} --gid ${gid} ${shellWord(name)}`]),
    words([
      // The day is not written down: each would be another account.
      'SOURCE_DATE_EPOCH=0 useradd --create-home',
      home === undefined ? '' : `--home-dir ${shellWord(home)}`,
      `--shell ${shellWord(shell ?? '/bin/sh')}`,
      uid === undefined ? '' : `--uid ${uid}`,
      isShared ? '--non-unique' : '',
      (uid ?? 0) >= SPARSE_LOG ? '--no-log-init' : '',
      gid === undefined ? '' : `--gid ${gid}`,
      groups.length === 0 ? '' : `--groups ${shellWord(groups.join(','))}`,
      shellWord(name),
    ]),
  ];
}

function busyboxCommands({ name, uid, gid, home, shell, groups }: Account, { users }: AccountFacts): readonly string[] {
  const owner = uid === undefined ? undefined : ownerOf(users, uid);
  const add = `addgroup -g ${gid} ${shellWord(name)}`;
  // A group of the base keeps its gid and its name, which only its file tells: there is no second one of that gid.
  const isShared = gid !== undefined && (!isOrdinary(gid) || groupOwner(users, gid, owner) !== undefined);
  const group = isShared ? `"$(awk -F: '$3 == ${gid} { print $1; exit }' /etc/group)"` : shellWord(name);
  return [
    ...(owner ? [`deluser --remove-home ${owner.name}`] : []),
    ...(gid === undefined ? [] : [isShared ? `{ cut -d: -f3 /etc/group | grep -qx ${gid} || ${add}; }` : add]),
    words([
      'adduser -D',
      home === undefined ? '' : `-h ${shellWord(home)}`,
      `-s ${shellWord(shell ?? '/bin/sh')}`,
      uid === undefined ? '' : `-u ${uid}`,
      gid === undefined ? '' : `-G ${group}`,
      shellWord(name),
    ]),
    ...groups.map((group) => `addgroup ${shellWord(name)} ${shellWord(group)}`),
  ];
}

/** The account whose group has that gid already, if it stays. */
function groupOwner(users: readonly BaseUser[], gid: number | undefined, removed: BaseUser | undefined): BaseUser | undefined {
  return gid === undefined ? undefined : users.find((user) => user.gid === gid && user !== removed);
}

export function ownerOf(users: readonly BaseUser[], uid: number): BaseUser | undefined {
  return users.find((user) => user.uid === uid);
}

/** Not of the system: from 1000 on, and below what distributions keep for themselves. */
export function isOrdinary(uid: number): boolean {
  return uid >= 1000 && uid < 60_000;
}

function words(parts: readonly string[]): string {
  return parts.filter((part) => part !== '').join(' ');
}

/** Users, groups and owners. */

import { quoted, type Check } from './fault.js';
import { withVariables } from './with-variables.js';

/** Windows has its own. */
const NAME = /^(?:[a-z_][a-z0-9_-]{0,31}|ContainerUser|ContainerAdministrator)$/;
/** Names that a base has may be wider than those that we make. */
const OWNER = /^(?:[0-9]{1,10}|[A-Za-z_][A-Za-z0-9_.-]{0,31})$/;

export const userNameFault: Check<string> = (name) =>
  NAME.test(name)
    ? undefined
    : {
        code: 'bad-user',
        message: `${quoted(name)} cannot be the name of a user or group`,
        hint: 'write lower-case letters, digits, "_" and "-", at most 32, and a letter first',
      };

/** The short form of `user`: a name, a number, or user and group as numbers. */
export const userFault: Check<string> = (user) => {
  if (/^[0-9]{1,10}(?::[0-9]{1,10})?$/.test(user)) return undefined;
  if (!user.includes(':')) return userNameFault(user);
  return { code: 'bad-user', message: `${quoted(user)} names a group`, hint: 'write { name, gid }, or both as numbers' };
};

/** Who owns a file or runs a command: `app`, `app:staff`, `1000:1000`. */
export const ownerFault: Check<string> = (owner) => {
  const parts = owner.split(':');
  if (parts.length <= 2 && parts.every((part) => OWNER.test(part))) return undefined;
  return { code: 'bad-user', message: `${quoted(owner)} is no user`, hint: "write user, or user and group: 'app', 'app:staff', '1000:1000'" };
};

/** The same with variables. */
export const expandedOwnerFault = withVariables(ownerFault, () => 'x');

/** `user`. */

import * as v from 'valibot';
import type { Fault } from '../check/fault.js';
import { absolutePathFault } from '../check/paths.js';
import { userFault, userNameFault } from '../check/users.js';
import type { UserOptions } from '../types.js';
import { checked, either, list, shape, withJson } from './primitives.js';
import { flag, id, text } from './texts.js';

/** The name may be the short form, since that is what the step's helper makes of a word. */
export const userEntries = {
  name: v.optional(text(userFault)),
  uid: v.optional(id),
  gid: v.optional(id),
  home: v.optional(text(absolutePathFault)),
  shell: v.optional(text(absolutePathFault)),
  groups: v.optional(list(text(userNameFault), 'a list of groups')),
  create: v.optional(flag),
};

function userOptionsFault({ name, uid, create }: Pick<UserOptions, 'name' | 'uid' | 'create'>): Fault | undefined {
  if (name === undefined && uid === undefined)
    return { code: 'missing-field', message: 'the user has neither a name nor a uid', hint: "write { name: 'app' }" };
  if (name === undefined && create === true)
    return { code: 'missing-field', message: 'the user is to be created and has no name', hint: "write { name: 'app' }" };
  return undefined;
}

export const user = either('a name, a number or { name, uid, … }', [
  text(userFault),
  id,
  withJson(checked(shape({ kind: v.optional(v.literal('user')), ...userEntries, name: v.optional(text(userNameFault)) }), userOptionsFault), {
    anyOf: [{ required: ['name'] }, { required: ['uid'], properties: { create: { const: false } } }],
  }),
]);

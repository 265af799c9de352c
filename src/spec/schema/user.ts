/** `user`. */

import * as v from 'valibot';
import type { Fault } from '../check/fault.js';
import { absolutePathFault } from '../check/paths.js';
import { expandedOwnerFault, userFault, userNameFault } from '../check/users.js';
import type { UserOptions, UserStep } from '../types.js';
import { checked, either, list, shape, withJson } from './primitives.js';
import { emptyFault, expansionOf, flag, id, text } from './texts.js';

const reference = expansionOf(emptyFault, expandedOwnerFault);

const userEntries = {
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

/** The name may be the short form, since that is what the step's helper makes of a word. */
export const userStep = checked(
  shape({ kind: v.literal('user'), name: v.optional(either("a name or expand('…')", [text(userFault), reference])), ...userEntries }),
  ({ name, ...others }: Omit<UserStep, 'kind'>) => {
    const [other] = Object.keys(others).filter((key) => key !== 'kind');
    if (typeof name !== 'object' || other === undefined) return undefined;
    return {
      code: 'bad-user',
      message: `an account whose name is a variable has "${other}"`,
      hint: "write user(expand('$NAME')) for one that is there",
    };
  },
);

export const user = either("a name, a number, expand('…') or { name, uid, … }", [
  text(userFault),
  id,
  reference,
  withJson(checked(shape({ kind: v.optional(v.literal('user')), name: v.optional(text(userNameFault)), ...userEntries }), userOptionsFault), {
    anyOf: [{ required: ['name'] }, { required: ['uid'], properties: { create: { const: false } } }],
  }),
]);

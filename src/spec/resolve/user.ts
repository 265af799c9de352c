/**
 * `user`, and the user of a step.
 *
 *     'app'        ->  created where the base has none of that name
 *     'root'       ->  not created
 *     1000         ->  not created; a bare number needs no entry
 *     '1000:1000'  ->  the same, with its group
 *     expand('$NAME')  ->  not created
 */

import type { Located } from '../../origin.js';
import type { UserSpec } from '../spec.js';
import type { User } from '../types.js';
import { plainText } from '../value-text.js';
import { given } from './given.js';

export function resolveUser({ value, origin }: Located<User>): UserSpec {
  if (typeof value === 'object' && value.kind === 'expand') {
    const user = plainText(value);
    return typeof user === 'string'
      ? { ...resolveUser({ value: user, origin }), create: false }
      : { reference: user, groups: [], create: false, origin };
  }
  if (typeof value === 'object') {
    const { name, uid, gid, home, shell, groups = [], create = isCreated(name) } = value;
    const ids = { ...given('name', name), ...given('uid', uid), ...given('gid', gid) };
    return { ...ids, ...given('home', home), ...given('shell', shell), groups: [...groups], create, origin };
  }
  const numbers = /^(\d+)(?::(\d+))?$/.exec(String(value));
  if (numbers === null) return { name: String(value), groups: [], create: isCreated(String(value)), origin };
  const [, uid, gid] = numbers;
  return { uid: Number(uid), ...given('gid', gid === undefined ? undefined : Number(gid)), groups: [], create: false, origin };
}

function isCreated(name: string | undefined): boolean {
  return name !== undefined && name !== 'root';
}

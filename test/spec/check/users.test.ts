import { expect, test } from 'vitest';
import { ownerFault, userFault, userNameFault } from '../../../src/spec/check/users.js';

test.each(['app', '_apt', 'www-data', '1000', '1000:1000'])('%s is a user', (user) => {
  expect(userFault(user)).toBeUndefined();
});

test.each([
  ['App', '"App" cannot be the name of a user or group', 'write lower-case letters, digits, "_" and "-", at most 32, and a letter first'],
  ['-rf', '"-rf" cannot be the name of a user or group', 'write lower-case letters, digits, "_" and "-", at most 32, and a letter first'],
  ['a b', '"a b" cannot be the name of a user or group', 'write lower-case letters, digits, "_" and "-", at most 32, and a letter first'],
  ['app:staff', '"app:staff" names a group', 'write { name, gid }, or both as numbers'],
])('%j is none', (user, message, hint) => {
  expect(userFault(user)).toEqual({ code: 'bad-user', message, hint });
});

test('names have at most 32 characters', () => {
  expect([userNameFault('a'.repeat(32)), userNameFault('a'.repeat(33))?.code]).toEqual([undefined, 'bad-user']);
});

test('owners', () => {
  expect(['app', 'app:staff', '1000:1000', 'Debian-exim', '0'].map(ownerFault)).toEqual([undefined, undefined, undefined, undefined, undefined]);
  expect(['', 'a:b:c', 'a b', ':a', '$USER', '-a'].map((owner) => ownerFault(owner)?.code)).toEqual(Array.from({ length: 6 }, () => 'bad-user'));
});

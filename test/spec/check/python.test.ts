import { expect, it } from 'vitest';
import { interpreterFault } from '../../../src/spec/check/python.js';

it.each(['python3', 'python3.12', 'pypy3.10', '/usr/bin/python3', '/opt/my python/bin/python'])('takes %j for an interpreter', (interpreter) => {
  expect(interpreterFault(interpreter)).toBe(undefined);
});

// It stands first on a command line: `A=b` would be a variable there, and `-x` an option of whatever stands before.
it.each(['', ' ', 'A=b', '-x', '--', 'python 3', './python', '$PYTHON', 'python3;id'])('refuses %j as an interpreter', (interpreter) => {
  expect(interpreterFault(interpreter)).toEqual({
    code: 'bad-interpreter',
    message: `${JSON.stringify(interpreter)} is no Python interpreter`,
    hint: "write its name or its path: 'python3.12', '/usr/bin/python3'",
  });
});

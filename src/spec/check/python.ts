/** Names and versions as Python's packaging has them. */

import { quoted, type Check } from './fault.js';

/** Of an extra of a package or a group of dependencies. */
export const extraNameFault: Check<string> = (name) =>
  /^[A-Za-z0-9](?:[A-Za-z0-9._-]*[A-Za-z0-9])?$/.test(name)
    ? undefined
    : {
        code: 'bad-name',
        message: name === '' ? 'the name of an extra or a group is empty' : `${quoted(name)} cannot be the name of an extra or a group`,
        hint: 'write it as pyproject.toml has it: letters, digits, ".", "_" and "-"',
      };

/** Of pip, uv or Poetry: one version, or its beginning. */
export const installerVersionFault: Check<string> = (version) =>
  /^\d+(?:\.(?:\d+(?:(?:a|b|rc|\.post|\.dev)\d+)*|\*$))*$/.test(version)
    ? undefined
    : { code: 'bad-version', message: `${quoted(version)} is not a version of an installer`, hint: "write its numbers: '1.2.3', or '1.*'" };

/** It begins a command line, where `NAME=value` would be a variable and not a program. */
export const interpreterFault: Check<string> = (interpreter) =>
  /^(?:\/.*|[A-Za-z0-9][A-Za-z0-9._+-]*)$/.test(interpreter)
    ? undefined
    : {
        code: 'bad-interpreter',
        message: `${quoted(interpreter)} is no Python interpreter`,
        hint: "write its name or its path: 'python3.12', '/usr/bin/python3'",
      };

/** Names and versions as the package managers of Node.js have them, and paths below a project's folder. */

import { badName } from './names.js';
import { quoted, type Check } from './fault.js';

export const scriptNameFault: Check<string> = (name) =>
  /^[A-Za-z0-9][A-Za-z0-9:._/-]*$/.test(name) ? undefined : badName(name, 'a script', 'name one that package.json has under "scripts": \'build\'');

/** Of npm, pnpm, yarn or bun: a version, or its beginning. */
export const managerVersionFault: Check<string> = (version) =>
  /^\d+(?:\.\d+){0,2}(?:-[A-Za-z0-9.]+)?$/.test(version)
    ? undefined
    : { code: 'bad-version', message: `${quoted(version)} is not a version of a package manager`, hint: "write its numbers: '10' or '10.4.1'" };

/** A file that stands right in the project's folder. */
export const lockNameFault: Check<string> = (name) =>
  /^[A-Za-z0-9][A-Za-z0-9._-]*$/.test(name)
    ? undefined
    : {
        code: 'not-a-file',
        message: `${quoted(name)} is not the name of a file`,
        hint: 'the lock file stands beside package.json: name it, and its folder as "project"',
      };

export const outputFault: Check<string> = (path) => {
  const parts = path.split('/').filter((part) => part !== '' && part !== '.');
  const isBelow = !path.startsWith('/') && parts.length > 0 && !parts.includes('..');
  if (isBelow && !/[*?[\\]/.test(path)) return undefined;
  return {
    code: 'outside-project',
    message: `${quoted(path)} ${isBelow ? 'is a pattern' : 'is not below the folder of the project'}`,
    hint: "name the folder that the build makes: 'dist'",
  };
};

/** makeFolders(): folders of the host that a container is to see and that are not there: made by us before the engine does it as root, so that they belong to the caller. */

import { existsSync, mkdirSync } from 'node:fs';
import { CliError } from '../cli-error.js';
import type { HostFolder } from './run-options.js';

export function makeFolders(folders: readonly HostFolder[]): void {
  for (const { path } of folders.filter((folder) => !existsSync(folder.path))) {
    try {
      mkdirSync(path, { recursive: true });
    } catch (error) {
      const { code = '' } = error as NodeJS.ErrnoException;
      const why = code === 'ENOTDIR' || code === 'EEXIST' ? 'a file stands in its way' : code === 'EACCES' ? 'you may not write there' : code;
      throw new CliError({
        code: 'no-such-folder',
        message: `the folder ${path} cannot be made: ${why}`,
        hint: 'make it yourself, or name another with -v',
      });
    }
  }
}

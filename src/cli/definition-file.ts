/**
 * definitionFile(): the file that is meant by what stands on the command line: a file, a folder that has one, or nothing for the working directory. A file that
 * is named need not be there: loading it tells.
 */

import { statSync } from 'node:fs';
import { resolve } from 'node:path';
import { findDefinitionFile, noFileHint } from '../load/load.js';
import { CliError } from './cli-error.js';

export function definitionFile(named: string | undefined): string {
  const path = resolve(named ?? '.');
  if (statSync(path, { throwIfNoEntry: false })?.isDirectory() !== true) return path;
  const file = findDefinitionFile(path);
  if (file !== undefined) return file;
  const where = named === undefined ? 'here' : `in the folder "${named}"`;
  throw new CliError({ code: 'no-definition-file', message: `there is no image.ts ${where}`, hint: noFileHint });
}

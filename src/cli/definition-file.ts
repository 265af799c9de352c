/**
 * definitionFile(): the file that is meant by what stands on the command line: a file, a folder that has one, or nothing for the working directory. A file that
 * is named need not be there: loading it tells.
 */

import { statSync } from 'node:fs';
import { resolve } from 'node:path';
import { findDefinitionFile } from '../load/load.js';
import { CliError } from './cli-error.js';

export function definitionFile(named: string | undefined): string {
  const file = named === undefined ? findDefinitionFile(process.cwd()) : resolve(named);
  if (file !== undefined) return file;
  const hint = 'write one with "imagewright init", or name the file: imagewright generate path/to/image.ts';
  throw new CliError({ code: 'no-definition-file', message: 'there is no image.ts here', hint });
}

/**
 * fromFolder(): paths in options of the engine, which runs in the folder of the definition, as they are from there; they are written from the working directory.
 *
 *     in /home/tide, for sea/image.ts:     id=token,src=token     →   id=token,src=../token
 */

import { isAbsolute, relative, resolve } from 'node:path';

/** Of `--secret`, `--cache-from` and `--cache-to`. */
export function fromFolder(option: string, folder: string): string {
  return option.replace(/((?:^|,)(?:src|source|dest)=)([^,]+)/g, (_, before: string, path: string) => `${before}${moved(path, folder)}`);
}

/** Of `--ssh`: `ID=KEY,KEY`. */
export function sshFromFolder(option: string, folder: string): string {
  const [, id, paths] = /^([^=]*=)(.+)$/s.exec(option) ?? [];
  if (id === undefined || paths === undefined) return option;
  return `${id}${paths
    .split(',')
    .map((path) => moved(path, folder))
    .join(',')}`;
}

function moved(path: string, folder: string): string {
  return isAbsolute(path) || folder === process.cwd() ? path : relative(folder, resolve(path)).replaceAll('\\', '/');
}

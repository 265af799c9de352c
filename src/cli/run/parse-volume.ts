/**
 * parseVolume(): a volume as the engines' `-v` takes it, with a folder of the host that is relative made absolute.
 *
 *     ./results:/opt/results:ro   →   /home/ada/tides/results:/opt/results:ro
 *
 * A HOST without a slash is the name of a volume, as the engines have it.
 */

import { isAbsolute, resolve } from 'node:path';
import { CliError } from '../cli-error.js';

export interface Volume {
  /** For the engine, the folder absolute. */
  readonly text: string;
  /** Of the host. */
  readonly folder: string | undefined;
  readonly to: string;
  readonly readOnly: boolean;
}

export function parseVolume(text: string, folder: string): Volume {
  const drive = /^[A-Za-z]:[\\/]/.test(text) ? 2 : 0;
  const colon = text.indexOf(':', drive);
  const host = colon < 0 ? '' : text.slice(0, colon);
  const rest = colon < 0 ? text : text.slice(colon + 1);
  const [to = '', ...options] = rest.split(':');
  if (host === '' || !to.startsWith('/')) {
    const hint = 'write HOST:PATH with an absolute PATH: -v ./results:/opt/results';
    throw new CliError({ code: 'usage', message: `"${text}" is not a volume`, hint });
  }
  const readOnly = options.join(',').split(',').includes('ro');
  if (!/[\\/]/.test(host) && host !== '.' && host !== '..') return { text, folder: undefined, to, readOnly };
  const path = isAbsolute(host) ? host : resolve(folder, host);
  return { text: `${path}:${rest}`, folder: path, to, readOnly };
}

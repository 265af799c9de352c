/**
 * An option as the help shows it.
 *
 *     -t, --tag TAG         name the image so (again for more)
 *     --[no-]cache          use layers of earlier builds (default: yes)
 *     --engine ENGINE       the engine; one of docker, podman, nerdctl, buildah
 */

import type { Options } from 'yargs';
import { PATHS } from '../path-options.js';

export function optionTerm(name: string, { type, alias, default: preset }: Options, hasValue = type !== 'boolean'): string {
  const letter = typeof alias === 'string' ? `-${alias}, ` : '';
  if (hasValue) return `${letter}--${name} ${placeholder(name)}`;
  return `${letter}--${preset === false ? '' : '[no-]'}${name}`;
}

/** `--cache-from CACHE`, `--output FILE`. */
function placeholder(name: string): string {
  const path = PATHS[name];
  if (path !== undefined) return path === 'files' ? 'FILE' : 'FOLDER';
  return name.replace(/-(?:from|to)$/, '').toUpperCase();
}

export function optionText({ describe = '', choices, default: preset, array, type }: Options): string {
  const parts = [
    ...(choices === undefined ? [] : [`one of ${choices.join(', ')}`]),
    ...(array === true ? ['may be given again'] : []),
    ...(preset === undefined || preset === false ? [] : [`default: ${type === 'boolean' ? 'yes' : String(preset)}`]),
  ];
  const said = describe.replace(/ ?\(--no-[a-z-]+: none\)/, '');
  return parts.length === 0 ? said : `${said} (${parts.join('; ')})`;
}

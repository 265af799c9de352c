/**
 * chooseDefinitions(): the definitions of a file by their names, or the one that is asked for. Names of several become names of files, and are checked.
 */

import type { LoadedDefinition } from '../load/load.js';
import { CliError } from './cli-error.js';

export interface NamedDefinition {
  readonly name: string;
  readonly loaded: LoadedDefinition;
}

export function chooseDefinitions(definitions: readonly LoadedDefinition[], wanted: string | undefined): readonly NamedDefinition[] {
  const named = definitions.map((loaded) => ({ name: definitionName(loaded), loaded }));
  if (named.length > 1) checkNames(named);
  if (wanted === undefined) return named;
  const found = named.filter(({ name }) => name === wanted);
  if (found.length > 0) return found;
  const names = named.map(({ name }) => `"${name}"`).join(', ');
  throw new CliError({ code: 'no-such-image', message: `there is no image named "${wanted}"`, hint: `the definition file has ${names}` });
}

function definitionName({ key, path, definition }: LoadedDefinition): string {
  const name: unknown = definition.name;
  return key ?? (typeof name === 'string' ? name : String(path[0] ?? 'image'));
}

/** Names of several images become names of files. */
function checkNames(named: readonly NamedDefinition[]): void {
  const names = named.map(({ name }) => name);
  const bad = names.find((name) => !/^[A-Za-z0-9][A-Za-z0-9_.-]*$/.test(name));
  if (bad !== undefined) {
    const hint = 'use letters, digits, ".", "_" and "-": it becomes the name of a file, NAME.Dockerfile';
    throw new CliError({ code: 'bad-image-name', message: `${JSON.stringify(bad)} cannot be the name of an image`, hint });
  }
  const twice = names.find((name, index) => names.indexOf(name) !== index);
  if (twice === undefined) return;
  throw new CliError({ code: 'bad-image-name', message: `two images are named "${twice}"`, hint: 'give each a name of its own' });
}

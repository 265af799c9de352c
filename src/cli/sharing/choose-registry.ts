/**
 * chooseRegistry(): the registry that `login`, `logout` and `search` are about: the one that is named, else that of the definition's images, else Docker Hub, which is undefined.
 *
 * What is named may hold a user and a password, as addresses may: then it is not repeated.
 */

import { registryHost } from '../../registry-host.js';
import { registryFault } from '../../spec/check/names.js';
import { findDefinitionFile } from '../../load/load.js';
import { CliError } from '../cli-error.js';
import type { Output } from '../output.js';
import { openBuilt, tagsOf, type ProjectRequest } from './image-names.js';
import { isHub, registryOf } from './registry-of.js';

export interface RegistryRequest extends ProjectRequest {
  /** As it is named. */
  readonly subject: string | undefined;
}

export async function chooseRegistry(request: RegistryRequest, verb: string, output: Output): Promise<string | undefined> {
  if (request.subject !== undefined) return namedRegistry(request.subject, verb);
  if (request.file === undefined && findDefinitionFile('.') === undefined) return undefined;
  const { images } = await openBuilt(request, output);
  const registries = [...new Set(images.flatMap((image) => tagsOf(image).slice(0, 1).map(registryOf)))];
  if (registries.length <= 1) return registries[0];
  const hint = `say which: imagewright ${verb} ${registries.find((registry) => registry !== undefined)}`;
  throw new CliError({ code: 'several-registries', message: 'the images of the definition file are in several registries', hint });
}

/** A host and its port. What stands behind them is of names of images, not of logins. */
export function namedRegistry(named: string, verb: string): string | undefined {
  const fail = (message: string, hint: string): never => {
    throw new CliError({ code: 'bad-registry', message, hint });
  };
  if (named.includes('@')) return fail('a registry is a host and its port, without a user', `imagewright ${verb} registry.example.org:5000`);
  const fault = registryFault(named);
  if (fault !== undefined) return fail(fault.message, fault.hint ?? '');
  if (isHub(named.split('/')[0]!)) return undefined;
  if (registryHost(`${named}/image`) === undefined) return fail(`"${named}" is no host`, `Docker Hub needs no name: imagewright ${verb}`);
  return named.split('/')[0]!;
}

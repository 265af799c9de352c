/** `apt`, `apk`, `dnf`, `zypper` and `pacman`: one request for each manager that is asked. */

import type { Located } from '../../origin.js';
import { items, lastSaid, longForm, said, textsOf, type Part } from '../said.js';
import type { SystemManagerName, SystemPackagesSpec } from '../spec.js';
import type { AptOptions, DnfOptions, Override, PartialStage, SystemPackagesOptions } from '../types.js';
import { given } from './given.js';
import { distinct, resolveDownload, resolvePpa, resolveRepository, type AnyRepository } from './repositories.js';

const MANAGERS: readonly SystemManagerName[] = ['apt', 'apk', 'dnf', 'zypper', 'pacman'];

/** What any of the managers' long forms may have. */
type AnyOptions = SystemPackagesOptions &
  Pick<AptOptions, 'ppas' | 'debs'> &
  Pick<DnfOptions, 'epel' | 'modules'> & { readonly repositories?: readonly AnyRepository[] | Override<readonly AnyRepository[]> };

export function resolveSystemPackages(parts: readonly Located<PartialStage>[]): readonly SystemPackagesSpec[] {
  return MANAGERS.flatMap((manager) => {
    const requests = said(parts, manager) as readonly Located<readonly string[] | AnyOptions>[];
    const options = requests.map((request) => longForm<AnyOptions, 'packages'>('packages', request as never, Array.isArray(request.value)));
    const origin = requests.at(-1)?.origin;
    if (origin === undefined) return [];
    const request = { manager, ...contents(options), origin };
    return isEmpty(request) ? [] : [request];
  });
}

function contents(options: readonly Part<AnyOptions>[]) {
  const epel = lastSaid(options, 'epel');
  return {
    packages: textsOf(options, 'packages'),
    build: textsOf(options, 'build'),
    recommends: lastSaid(options, 'recommends')?.value ?? false,
    repositories: distinct(said(options, 'repositories').flatMap((list) => items<AnyRepository>(list).map(resolveRepository))),
    ppas: distinct(said(options, 'ppas').flatMap((list) => items(list).map(resolvePpa))),
    debs: distinct(said(options, 'debs').flatMap((list) => items(list).map(resolveDownload))),
    modules: textsOf(options, 'modules'),
    ...given('epel', epel?.value === true ? epel.origin : undefined),
  };
}

/** How packages are installed is no request for any. */
function isEmpty({ packages, build, repositories, ppas, debs, modules, epel }: SystemPackagesSpec): boolean {
  return epel === undefined && [packages, build, repositories, ppas, debs, modules].every((list) => list.length === 0);
}

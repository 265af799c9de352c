/** A field that is a list of packages, or an object with them: what its parts ask for together. */

import type { Located, Origin } from '../../origin.js';
import { longForm, said, textsOf, type Part } from '../said.js';
import type { List, PartialStage } from '../types.js';

export interface PackageRequest<O> {
  readonly options: readonly Part<O>[];
  readonly packages: readonly Located<string>[];
  readonly origin: Origin;
}

/** Undefined where no package is asked for, whatever is said of how. */
export function packageRequest<O extends { readonly packages?: List }>(
  parts: readonly Located<PartialStage>[],
  field: keyof PartialStage & string,
): PackageRequest<O> | undefined {
  const requests = said(parts, field) as readonly Located<readonly string[] | O>[];
  const options = requests.map((request) =>
    longForm<O, 'packages' & keyof O>('packages' as 'packages' & keyof O, request as Located<O>, Array.isArray(request.value)),
  );
  const packages = textsOf<O, 'packages' & keyof O & string>(options, 'packages' as 'packages' & keyof O & string);
  const origin = requests.at(-1)?.origin;
  return origin === undefined || packages.length === 0 ? undefined : { options, packages, origin };
}

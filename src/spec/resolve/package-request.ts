/** A field that is a list of packages, or an object with them: what its parts ask for together. */

import type { Located, Origin } from '../../origin.js';
import { said, textsOf, type Part } from '../said.js';
import type { List, PartialStage } from '../types.js';

interface Options {
  readonly packages?: List;
}

export interface PackageRequest<O> {
  readonly options: readonly Part<O>[];
  readonly packages: readonly Located<string>[];
  readonly origin: Origin;
}

/** Undefined where nothing is said of it. */
export function packageRequest<O extends Options>(
  parts: readonly Located<PartialStage>[],
  field: keyof PartialStage & string,
): PackageRequest<O> | undefined {
  const requests = said(parts, field) as readonly Located<readonly string[] | O>[];
  const options = requests.map(({ value, origin }): Part<O> => {
    return isList(value) ? { value: { packages: value } as O, origin, short: 'packages' } : { value, origin };
  });
  const origin = requests.at(-1)?.origin;
  return origin && { options, packages: textsOf<Options, 'packages'>(options, 'packages'), origin };
}

function isList(value: readonly string[] | object): value is readonly string[] {
  return Array.isArray(value);
}

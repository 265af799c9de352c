/**
 * The environment: one ENV for all variables. Within one ENV all values see the variables from before it, so that a value which names another of the
 * same list begins a new ENV.
 *
 *     ENV DATA=/data LANG=C.UTF-8
 *     ENV INPUT=${DATA}/input
 */

import type { Env } from '../ir/instruction.js';
import type { EnvSpec } from '../spec/spec.js';
import { variablesOf } from '../text.js';

export function lowerEnv(entries: readonly EnvSpec[]): readonly Env[] {
  const groups: EnvSpec[][] = [];
  for (const entry of entries) {
    const group = groups.at(-1);
    const used = variablesOf(entry.value);
    const isDependent = group?.some(({ name }) => used.includes(name) || name === entry.name) ?? true;
    if (!group || isDependent) groups.push([entry]);
    else group.push(entry);
  }
  return groups.map((group) => ({ kind: 'env', origins: group.map(({ origin }) => origin), entries: group }));
}

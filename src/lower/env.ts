/**
 * The environment: one ENV for all variables. Within one ENV all values see the variables from before it, so that a value which names another of the
 * same list begins a new ENV.
 *
 *     ENV DATA=/data LANG=C.UTF-8
 *     ENV INPUT=${DATA}/input
 */

import type { Env } from '../ir/instruction.js';
import { languageNames } from '../spec/languages/index.js';
import type { EnvSpec, StageSpec } from '../spec/spec.js';
import { variablesOf } from '../text.js';
import { languages } from './languages/index.js';

/** What the installers of Python packages read of the environment. */
const FOR_PYTHON = /^(PIP|UV|POETRY|SETUPTOOLS|HATCH|PDM)_/;

/**
 * The variables that packages of languages are installed with, and the rest, which stands behind them: a change of one then installs nothing again. Order is kept, so
 * that a variable which is needed brings along those before it.
 */
export function splitEnv({ env, pip, uv, poetry, languages: asked }: StageSpec): {
  readonly forInstalls: readonly EnvSpec[];
  readonly rest: readonly EnvSpec[];
} {
  const read = [
    ...((pip ?? uv ?? poetry) ? [FOR_PYTHON] : []),
    ...languageNames.flatMap((name) => (asked[name] === undefined ? [] : [languages[name].variables])),
  ];
  const end = env.findLastIndex(({ name }) => read.some((variables) => variables.test(name))) + 1;
  return { forInstalls: env.slice(0, end), rest: env.slice(end) };
}

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

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

/** What is read wherever something is fetched or compiled. */
const FOR_ALL =
  /^(?:(?:ALL|FTP|HTTPS?|NO)_PROXY|(?:C|CXX|CPP|LD|F|FC|FF)FLAGS|CC|CXX|FC|F77|LD|AR|MAKEFLAGS|(?:CMAKE|PKG_CONFIG|SSL_CERT)_\w+|C(?:PLUS_INCLUDE_)?PATH|(?:LD_)?LIBRARY_PATH|(?:CURL|REQUESTS)_CA_BUNDLE)$/i;

/** Whether installers of what the stage asks for read a variable. */
export function isReadByInstallers({ pip, uv, poetry, languages: asked }: StageSpec, name: string): boolean {
  const python = (pip ?? uv ?? poetry) ? [FOR_PYTHON] : [];
  const read = [...python, ...languageNames.flatMap((language) => (asked[language] === undefined ? [] : [languages[language].variables]))];
  return read.length > 0 && [FOR_ALL, ...read].some((variables) => variables.test(name));
}

/**
 * The variables that packages of languages are installed with, and the rest, which stands behind them: a change of one then installs nothing again. Order is kept, so
 * that a variable which is needed brings along those before it.
 */
export function splitEnv(stage: StageSpec): { readonly forInstalls: readonly EnvSpec[]; readonly rest: readonly EnvSpec[] } {
  const { env } = stage;
  const end = env.findLastIndex(({ name }) => isReadByInstallers(stage, name)) + 1;
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

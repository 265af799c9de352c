/** `pip`, `uv` and `poetry`. */

import * as v from 'valibot';
import type { Fault } from '../check/fault.js';
import { extraNameFault, installerVersionFault, interpreterFault } from '../check/python.js';
import { absolutePathFault, linkFault, mountedPathFault } from '../check/paths.js';
import { environmentNameFault, secretIdFault } from '../check/names.js';
import { modeFault } from '../check/numbers.js';
import { registryFault } from '../check/repositories.js';
import { tokenFault } from '../check/secrets.js';
import { checked, either, list, oneOf, overridable, shape } from './primitives.js';
import { emptyFault, flag, id, text, textOrList } from './texts.js';

/** Of what is mounted. */
export const mountRights = { mode: v.optional(text(modeFault)), uid: v.optional(id), gid: v.optional(id) };

export const secretMount = shape(
  {
    kind: v.literal('secret'),
    id: text(secretIdFault),
    target: v.optional(text(absolutePathFault)),
    env: v.optional(text(environmentNameFault)),
    required: v.optional(flag),
    ...mountRights,
  },
  "secret('…')",
);

const url = text(registryFault);

/** A requirement may be a URL. */
const requirements = list(text(emptyFault, tokenFault), 'a list of strings');

const mountedPath = text(emptyFault, mountedPathFault);

const names = overridable(list(text(extraNameFault), 'a list of names'));

export const secrets = list(either("the id of a secret or secret('…')", [text(secretIdFault), secretMount]), 'a list of secrets');

/** Of a Python project. */
const project = {
  project: v.optional(mountedPath),
  extras: v.optional(names),
  uses: v.optional(overridable(list(mountedPath, 'a list of paths'))),
  only: v.optional(oneOf(['dependencies'])),
};

export const pip = either('a list of packages or { packages, requirements, … }', [
  requirements,
  checked(
    shape({
      packages: v.optional(overridable(requirements)),
      requirements: v.optional(textOrList(mountedPathFault)),
      constraints: v.optional(textOrList(mountedPathFault)),
      ...project,
      installer: v.optional(oneOf(['pip', 'uv'])),
      installerVersion: v.optional(text(installerVersionFault)),
      venv: v.optional(either('an absolute path or false', [text(absolutePathFault), v.literal(false)])),
      python: v.optional(text(interpreterFault)),
      index: v.optional(url),
      extraIndexes: v.optional(overridable(list(url, 'a list of URLs'))),
      findLinks: v.optional(overridable(list(text(tokenFault, linkFault), 'a list of folders or URLs'))),
      requireHashes: v.optional(flag),
      secrets: v.optional(secrets),
    }),
    projectFault,
  ),
]);

/** What is said of a project has to say which. */
function projectFault(options: { readonly [P in keyof typeof project]?: unknown }): Fault | undefined {
  const stray = options.project === undefined ? (['extras', 'uses', 'only'] as const).find((field) => options[field] !== undefined) : undefined;
  if (stray === undefined) return undefined;
  return {
    code: 'missing-project',
    message: `"${stray}" is said of a project, and none is named`,
    hint: "write project: '.' beside it; extras of a package stand behind its name: 'snakemake[reports]'",
  };
}

export const pythonLock = either('true or { project, groups, … }', [
  v.literal(true),
  shape({
    ...project,
    groups: v.optional(names),
    frozen: v.optional(flag),
    version: v.optional(text(installerVersionFault)),
    venv: v.optional(text(absolutePathFault)),
    python: v.optional(text(interpreterFault)),
    secrets: v.optional(secrets),
  }),
]);

/** `apt`, `apk`, `dnf`, `zypper`, `pacman` and `pip`. */

import * as v from 'valibot';
import { absolutePathFault, linkFault, mountedPathFault } from '../check/paths.js';
import { environmentNameFault, secretIdFault } from '../check/names.js';
import { modeFault } from '../check/numbers.js';
import { tokenFault } from '../check/secrets.js';
import { either, list, oneOf, overridable, shape } from './primitives.js';
import { emptyFault, flag, id, text, textList, textOrList, texts, words } from './texts.js';

export const systemPackages = either('a list of package names or { packages, build, recommends }', [
  texts,
  shape({ packages: v.optional(textList), build: v.optional(textList), recommends: v.optional(flag) }),
]);

/** Of what is mounted. */
export const mountRights = { mode: v.optional(text(modeFault)), uid: v.optional(id), gid: v.optional(id) };

export const secretMount = shape(
  {
    kind: v.literal('secret'),
    id: text(secretIdFault),
    target: v.optional(text(absolutePathFault)),
    env: v.optional(text(environmentNameFault)),
    ...mountRights,
  },
  "secret('…')",
);

const url = text(tokenFault);

/** A requirement may be a URL. */
const requirements = list(text(emptyFault, tokenFault), 'a list of strings');

export const pip = either('a list of packages or { packages, requirements, … }', [
  requirements,
  shape({
    packages: v.optional(overridable(requirements)),
    requirements: v.optional(textOrList(mountedPathFault)),
    constraints: v.optional(textOrList(mountedPathFault)),
    installer: v.optional(oneOf(['pip', 'uv'])),
    venv: v.optional(either('an absolute path or false', [text(absolutePathFault), v.literal(false)])),
    python: v.optional(words),
    index: v.optional(url),
    extraIndexes: v.optional(overridable(list(url, 'a list of URLs'))),
    findLinks: v.optional(overridable(list(text(tokenFault, linkFault), 'a list of folders or URLs'))),
    requireHashes: v.optional(flag),
    secrets: v.optional(list(either("the id of a secret or secret('…')", [text(secretIdFault), secretMount]), 'a list of secrets')),
  }),
]);

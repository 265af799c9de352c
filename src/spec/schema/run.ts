/** `run`, its mounts, and the steps. */

import * as v from 'valibot';
import type { Fault } from '../check/fault.js';
import { literalPathFault, mountedPathFault } from '../check/paths.js';
import { ownerFault } from '../check/users.js';
import type { BindMountOptions } from '../types.js';
import { addItem } from './add.js';
import { absolutePath, copyStep, fileStep, reference } from './files.js';
import { mountRights, secretMount } from './packages.js';
import { checked, either, kinds, list, oneOf, shape } from './primitives.js';
import { argv, content, count, expansion, flag, id, script, text, words } from './texts.js';
import { shellVariables, stepArgs, variables } from './variables.js';
import { userEntries } from './user.js';

type Bound = Pick<BindMountOptions, 'source' | 'stage' | 'image'>;

function bindFault({ source, stage, image }: Bound): Fault | undefined {
  if (stage !== undefined && image !== undefined)
    return { code: 'two-sources', message: 'the mount names both a stage and an image', hint: 'leave one of them out' };
  if (source === undefined) return undefined;
  return stage === undefined && image === undefined ? mountedPathFault(source) : literalPathFault(source);
}

const mount = kinds('cache(…), bind(…), secret(…), ssh() or tmpfs(…)', {
  cache: shape({
    kind: v.literal('cache'),
    target: absolutePath,
    id: v.optional(words),
    sharing: v.optional(oneOf(['shared', 'private', 'locked'])),
    ...mountRights,
  }),
  bind: checked(
    shape({
      kind: v.literal('bind'),
      target: absolutePath,
      source: v.optional(words),
      stage: v.optional(words),
      image: v.optional(reference),
      readWrite: v.optional(flag),
    }),
    bindFault,
  ),
  secret: secretMount,
  ssh: shape({ kind: v.literal('ssh'), id: v.optional(words), ...mountRights }),
  tmpfs: shape({ kind: v.literal('tmpfs'), target: absolutePath, size: v.optional(count(1)) }),
});

/** A user by name or number. */
export const userWord = either('a name or a number', [text(ownerFault), id]);

const runEntries = {
  script: either('a script or a list of arguments', [script, argv]),
  uses: v.optional(list(text(mountedPathFault), 'a list of paths')),
  mounts: v.optional(list(mount, 'a list of mounts')),
  network: v.optional(oneOf(['default', 'none', 'host'])),
  security: v.optional(oneOf(['sandbox', 'insecure'])),
  user: v.optional(userWord),
  workdir: v.optional(absolutePath),
  env: v.optional(shellVariables),
  verbatim: v.optional(flag),
};

export const runItem = either('a script or { script, … }', [script, shape({ kind: v.optional(v.literal('run')), ...runEntries })]);

export const step = kinds('a step: copy(…), add(…), file(…), run(…), env(…), arg(…), user(…), workdir(…), shell(…) or raw(…)', {
  copy: copyStep,
  add: addItem,
  file: fileStep,
  run: shape({ kind: v.literal('run'), ...runEntries }),
  env: shape({ kind: v.literal('env'), variables }),
  arg: shape({ kind: v.literal('arg'), args: stepArgs }),
  user: shape({ kind: v.literal('user'), ...userEntries }),
  workdir: shape({ kind: v.literal('workdir'), path: either("an absolute path or expand('…')", [absolutePath, expansion]) }),
  shell: shape({ kind: v.literal('shell'), argv }),
  raw: shape({ kind: v.literal('raw'), text: content }),
});

/** `run`, its mounts, and the steps. */

import * as v from 'valibot';
import { quoted, type Check, type Fault } from '../check/fault.js';
import { contextNameFault } from '../check/names.js';
import { literalPathFault, mountedPathFault } from '../check/paths.js';
import { ownerFault } from '../check/users.js';
import { isObject } from '../is-object.js';
import type { BindMountOptions } from '../types.js';
import { addItem } from './add.js';
import { absolutePath, copyStep, fileStep, layerHint, reference, sourcePlaces } from './files.js';
import { mountRights, secretMount } from './packages.js';
import { checked, either, kinds, list, oneOf, shape, withJson } from './primitives.js';
import { argv, content, count, expansion, flag, id, script, text, textOrExpansion, words } from './texts.js';
import { shellVariables, stepArgs, variables } from './variables.js';
import { userStep } from './user.js';

type Bound = Pick<BindMountOptions, 'source' | 'stage' | 'image' | 'context'>;

function bindFault(bound: Bound): Fault | undefined {
  const { source } = bound;
  const places = sourcePlaces(bound);
  if (places.length > 1) return { code: 'two-sources', message: `the mount names both ${places.join(' and ')}`, hint: 'leave one of them out' };
  if (typeof source !== 'string') return undefined;
  return places.length === 0 ? mountedPathFault(source) : literalPathFault(source);
}

/** What a cache begins with comes from elsewhere than the build context. */
function cacheFault(cached: Bound): Fault | undefined {
  if (cached.source === undefined || sourcePlaces(cached).length > 0) return bindFault(cached);
  return { code: 'missing-field', message: 'the cache has a source, and nothing that it is a path of', hint: 'name a stage, an image or a context' };
}

const sizeFault: Check<string> = (size) =>
  /^(?=.*[1-9])\d+(?:\.\d+)?[kmg]$/.test(size)
    ? undefined
    : { code: 'bad-size', message: `${quoted(size)} is no size`, hint: "write a number of bytes, or a unit behind it: '256m'" };

/** Folder of the image. */
const mountedAt = either("an absolute path or expand('…')", [absolutePath, expansion]);

/** Where files of a mount come from. */
const places = { source: v.optional(words), stage: v.optional(words), image: v.optional(reference), context: v.optional(text(contextNameFault)) };

const mount = kinds('cache(…), bind(…), secret(…), ssh() or tmpfs(…)', {
  cache: withJson(
    checked(
      shape({
        kind: v.literal('cache'),
        target: mountedAt,
        id: v.optional(textOrExpansion('an id')),
        sharing: v.optional(oneOf(['shared', 'private', 'locked'])),
        ...places,
        readOnly: v.optional(flag),
        ...mountRights,
      }),
      cacheFault,
    ),
    { dependencies: { source: { anyOf: ['stage', 'image', 'context'].map((place) => ({ required: [place] })) } } },
  ),
  bind: checked(
    shape({
      kind: v.literal('bind'),
      target: mountedAt,
      ...places,
      source: v.optional(textOrExpansion('a path')),
      readWrite: v.optional(flag),
    }),
    bindFault,
  ),
  secret: secretMount,
  ssh: shape({
    kind: v.literal('ssh'),
    id: v.optional(words),
    target: v.optional(absolutePath),
    required: v.optional(flag),
    ...mountRights,
  }),
  tmpfs: shape({
    kind: v.literal('tmpfs'),
    target: mountedAt,
    size: v.optional(either('a number of bytes or a size', [count(1), text(sizeFault)])),
  }),
});

const deviceFault: Check<string> = (device) =>
  /^[A-Za-z][\w.-]*\/[A-Za-z][\w.-]*=[A-Za-z0-9][\w.:-]*$/.test(device)
    ? undefined
    : { code: 'bad-device', message: `${quoted(device)} is no name of a device`, hint: "write it as CDI has it: 'nvidia.com/gpu=all'" };

/** A user by name or number. */
export const userWord = either('a name or a number', [text(ownerFault), id]);

const runEntries = {
  script: either('a script or a list of arguments', [script, argv]),
  uses: v.optional(list(text(mountedPathFault), 'a list of paths')),
  mounts: v.optional(list(mount, 'a list of mounts')),
  network: v.optional(oneOf(['default', 'none', 'host'])),
  security: v.optional(oneOf(['sandbox', 'insecure'])),
  devices: v.optional(list(text(deviceFault), 'a list of devices')),
  user: v.optional(userWord),
  workdir: v.optional(absolutePath),
  env: v.optional(shellVariables),
  verbatim: v.optional(flag),
  layer: layerHint,
};

export const runItem = either('a script or { script, … }', [script, shape({ kind: v.optional(v.literal('run')), ...runEntries })]);

export const step = kinds('a step: copy(…), add(…), file(…), run(…), env(…), arg(…), user(…), workdir(…), shell(…) or raw(…)', {
  copy: copyStep,
  add: addItem,
  file: fileStep,
  run: shape({ kind: v.literal('run'), ...runEntries }),
  env: shape({ kind: v.literal('env'), variables }),
  arg: shape({ kind: v.literal('arg'), args: stepArgs }),
  user: userStep,
  workdir: shape({ kind: v.literal('workdir'), path: either("an absolute path or expand('…')", [absolutePath, expansion]) }),
  shell: shape({ kind: v.literal('shell'), argv }),
  raw: shape({ kind: v.literal('raw'), text: content }),
});

/** A step of what builds on the image: it runs among the stages of another Dockerfile. */
export const trigger = checked(step, (value: unknown): Fault | undefined => {
  if (!isObject(value)) return undefined;
  const mounts = Array.isArray(value['mounts']) ? (value['mounts'] as readonly unknown[]) : [];
  const stage = [value, ...mounts].flatMap((each) => (isObject(each) && typeof each['stage'] === 'string' ? [each['stage']] : []))[0];
  if (stage === undefined) return undefined;
  return {
    code: 'onbuild-stage',
    message: `what builds on the image has no stage "${stage}"`,
    hint: 'take the files from the build context, or from an image, or put them into this image',
  };
});

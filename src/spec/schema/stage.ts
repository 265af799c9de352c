/** A stage, or part of one: what the language says of it. Nothing is required here, since presets and the definition say it together. */

import * as v from 'valibot';
import { isObject } from '../is-object.js';
import type { Fault } from '../check/fault.js';
import { digestFault, expandedReferenceFault, expandedPlatformFault, imageReferenceFault, platformFault, unpinnedFault } from '../check/images.js';
import { localeFault, timezoneFault } from '../check/locales.js';
import { durationFault, expandedPortFault, expandedSignalFault, portFault, signalFault } from '../check/numbers.js';
import { absolutePathFault, certificateFault } from '../check/paths.js';
import { languageEntries } from '../languages/index.js';
import { add } from './add.js';
import { absolutePath, copy, files, reference } from './files.js';
import type { Expansion } from '../types.js';
import { definedImage } from './defined-image.js';
import { pip, pythonLock } from './packages.js';
import { checked, either, list, overridable, shape, withJson } from './primitives.js';
import { runItem, step, trigger } from './run.js';
import { apk, apt, dnf, pacman, zypper } from './system-packages.js';
import {
  argv,
  command,
  containerCommand,
  content,
  count,
  entrypoint,
  expansion,
  expansionOf,
  text,
  textOrExpansion,
  textOrList,
  words,
} from './texts.js';
import { user } from './user.js';
import { args, labels, variables } from './variables.js';

interface Imaged {
  readonly image: string | Expansion;
  readonly digest?: string | undefined;
}

function digestTwice({ image, digest }: Imaged): Fault | undefined {
  const reference = typeof image === 'string' ? image : image.text;
  if (digest === undefined || !reference.includes('@')) return undefined;
  return { code: 'two-digests', message: `"${reference}" has a digest of its own`, hint: 'leave out one of the two' };
}

const expandedReference = expansionOf(expandedReferenceFault);

const base = either('an image reference, { image, … }, { stage } or a definition', [
  reference,
  checked(
    checked(
      shape({
        image: either("an image reference or expand('…')", [text(imageReferenceFault), expandedReference]),
        digest: v.optional(text(digestFault)),
        platform: v.optional(either("a platform or expand('…')", [text(platformFault), expansionOf(expandedPlatformFault)])),
        distro: v.optional(words),
      }),
      digestTwice,
    ),
    ({ image, digest }: Imaged) => (digest === undefined && typeof image === 'string' ? unpinnedFault(image) : undefined),
  ),
  expandedReference,
  shape({ stage: words }),
  definedImage,
]);

const duration = text(durationFault);

const healthcheck = either('false or { cmd, interval, … }', [
  v.literal(false),
  shape({
    cmd: command,
    interval: v.optional(duration),
    timeout: v.optional(duration),
    startPeriod: v.optional(duration),
    startInterval: v.optional(duration),
    retries: v.optional(count(1)),
  }),
]);

const port = either("a port or expand('…')", [checked(v.number(), portFault), text(portFault), expansionOf(expandedPortFault)]);

export const stageEntries = {
  base: v.optional(base),
  args: v.optional(overridable(args)),
  shell: v.optional(argv),
  env: v.optional(overridable(variables)),
  certificates: v.optional(textOrList(certificateFault)),
  timezone: v.optional(text(timezoneFault)),
  locale: v.optional(text(localeFault)),
  apt: v.optional(overridable(apt)),
  apk: v.optional(overridable(apk)),
  dnf: v.optional(overridable(dnf)),
  zypper: v.optional(overridable(zypper)),
  pacman: v.optional(overridable(pacman)),
  pip: v.optional(overridable(pip)),
  uv: v.optional(overridable(pythonLock)),
  poetry: v.optional(overridable(pythonLock)),
  ...languageEntries,
  user: v.optional(user),
  workdir: v.optional(either("an absolute path or expand('…')", [absolutePath, expansion])),
  copy: v.optional(overridable(copy)),
  add: v.optional(overridable(add)),
  files: v.optional(overridable(files)),
  run: v.optional(overridable(list(runItem, 'a list of scripts'))),
  steps: v.optional(overridable(list(step, 'a list of steps'))),
  expose: v.optional(overridable(list(port, 'a list of ports'))),
  volumes: v.optional(overridable(list(textOrExpansion('an absolute path', absolutePathFault), 'a list of absolute paths'))),
  healthcheck: v.optional(healthcheck),
  stopSignal: v.optional(either("a signal or expand('…')", [text(signalFault), expansionOf(expandedSignalFault)])),
  entrypoint: v.optional(entrypoint),
  cmd: v.optional(containerCommand),
  labels: v.optional(overridable(labels)),
  onbuild: v.optional(overridable(list(trigger, 'a list of steps'))),
  raw: v.optional(list(content, 'a list of strings')),
};

const ORDERED = ['copy', 'add', 'files', 'run'];

/** The same in JSON Schema. */
export const stepsAlone = { dependencies: { steps: { not: { anyOf: ORDERED.map((field) => ({ required: [field] })) } } } };

/** `steps` say in which order; fields leave it to the compiler. */
export function stepsBesideFields(stage: unknown): Fault | undefined {
  if (!isObject(stage) || stage['steps'] === undefined) return undefined;
  const beside = ORDERED.filter((field) => stage[field] !== undefined).map((field) => `"${field}"`);
  if (beside.length === 0) return undefined;
  return {
    code: 'steps-beside-fields',
    message: `"steps" stands beside ${beside.join(' and ')}`,
    hint: `write them as steps, in their order, or leave "steps" out`,
  };
}

export const stage = withJson(checked(shape(stageEntries, 'an object: { base, … }'), stepsBesideFields), stepsAlone);

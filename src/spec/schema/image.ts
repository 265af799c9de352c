/** A definition, or part of one: the fields of its final stage and what it has besides. */

import * as v from 'valibot';
import { ruleNames } from '../../rule-names.js';
import { isObject } from '../is-object.js';
import type { Check } from '../check/fault.js';
import { imageReferenceFault } from '../check/images.js';
import { containerNameFault, imageNameFault, registryFault, stageNameFault, tagFault, volumeNameFault } from '../check/names.js';
import { publishedPortFault } from '../check/numbers.js';
import { ruleNameFault } from '../check/rules.js';
import type { Preset } from '../types.js';
import { buildEntries } from './build.js';
import { absolutePath } from './files.js';
import { dockerfile } from './dockerfile.js';
import { checked, either, list, oneOf, overridable, record, shape, withJson } from './primitives.js';
import { userWord } from './run.js';
import { stage, stageEntries, stepsAlone, stepsBesideFields } from './stage.js';
import { containerArguments, flag, text, texts, words } from './texts.js';
import { plainVariables } from './variables.js';

const containerMount = either('{ host, to } or { volume, to }', [
  shape({ host: words, to: absolutePath, readOnly: v.optional(flag) }),
  shape({ volume: text(volumeNameFault), to: absolutePath }),
]);

const container = shape({
  name: v.optional(text(containerNameFault)),
  interactive: v.optional(flag),
  detach: v.optional(flag),
  mounts: v.optional(list(containerMount, 'a list of mounts')),
  ports: v.optional(list(either('a port', [checked(v.number(), publishedPortFault), text(publishedPortFault)]), 'a list of ports')),
  env: v.optional(plainVariables),
  command: v.optional(containerArguments),
  user: v.optional(userWord),
  remove: v.optional(flag),
});

const lint = withJson(record(oneOf(['error', 'warning', 'off']), { name: ruleNameFault }, 'a record of levels'), {
  propertyNames: { enum: ruleNames },
});

const furtherTag: Check<string> = (tag) => (/[:/]/.test(tag) ? imageReferenceFault(tag) : tagFault(tag));

/** A preset's parts are checked as layers of their own; here it must be an object. */
const preset = withJson(
  checked(
    v.custom<Preset>(() => true),
    (value: unknown) => {
      if (isObject(value)) return undefined;
      if (typeof value === 'function')
        return { code: 'wrong-type', message: 'the preset is a function that was not called', hint: `call it: ${value.name || 'preset'}({ … })` };
      return { code: 'wrong-type', message: 'that is no preset', hint: 'write what a preset function returns' };
    },
  ),
  { $ref: '#/definitions/definition' },
);

const imageEntries = {
  name: v.optional(text(imageNameFault)),
  version: v.optional(text(tagFault)),
  tags: v.optional(overridable(list(text(furtherTag), 'a list of tags'))),
  registry: v.optional(text(registryFault)),
  layers: v.optional(oneOf(['cache', 'fewest', 'as-written'])),
  dockerfile: v.optional(dockerfile),
  ignore: v.optional(overridable(texts)),
  lint: v.optional(lint),
  ...buildEntries,
  container: v.optional(container),
  presets: v.optional(list(preset, 'a list of presets')),
  stages: v.optional(record(stage, { name: stageNameFault }, 'a record of stages')),
  target: v.optional(words),
};

export const image = withJson(checked(shape({ ...imageEntries, ...stageEntries }, 'an object: { base, … }'), stepsBesideFields), stepsAlone);

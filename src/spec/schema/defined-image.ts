/** Another definition, as a base: it is checked when it is compiled itself; here it must have a reference that an image can be found by. */

import * as v from 'valibot';
import { isDefined } from '../brand.js';
import { quoted, type Check, type Fault } from '../check/fault.js';
import { imageReferenceFault } from '../check/images.js';
import { isObject } from '../is-object.js';
import { layersOf, type Layer } from '../layers.js';
import { resolveImageNames } from '../resolve/image-names.js';
import { isOverride } from '../said.js';
import type { DefinedImage } from '../types.js';
import { checked, withJson } from './primitives.js';

const referenceFault: Check<DefinedImage> = (definition) => {
  const layers = layersOf(definition);
  const fault = (message: string, hint: string): Fault => ({ code: 'bad-base', message: `the definition that it builds on ${message}`, hint });
  if (!layers.every(isNamedSoundly)) return fault('has a name, version, registry or tags of a wrong type', 'mend that definition first');
  const [tag] = resolveImageNames(layers, undefined).tags;
  if (tag === undefined) return fault('has no name', "give that definition a name: name: 'tools'");
  return imageReferenceFault(tag.value) && fault(`is called ${quoted(tag.value)}, which is no image reference`, 'mend that definition first');
};

function isNamedSoundly({ value: { name, version, registry, tags } }: Layer): boolean {
  const list: unknown = isOverride(tags) ? tags.value : tags;
  const isText = (part: unknown) => part === undefined || typeof part === 'string';
  return [name, version, registry].every(isText) && (list === undefined || (Array.isArray(list) && list.every(isText)));
}

/** In JSON only with its name. */
export const definedImage = withJson(
  checked(
    v.custom<DefinedImage>((value) => isDefined(value) || (isObject(value) && ('base' in value || 'name' in value))),
    referenceFault,
  ),
  { type: 'object', required: ['name'] },
);

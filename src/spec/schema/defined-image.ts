/** Another definition, as a base: it is checked when it is compiled itself; here it must have a name to be referred to by. */

import * as v from 'valibot';
import type { Check } from '../check/fault.js';
import { isDefined } from '../brand.js';
import { isObject } from '../is-object.js';
import type { DefinedImage } from '../types.js';
import { checked } from './primitives.js';

const nameFault: Check<DefinedImage> = ({ name, tags, registry, version }) => {
  const sound = [name, registry, version].every((part) => part === undefined || typeof part === 'string');
  if (sound && (name !== undefined || tags !== undefined)) return undefined;
  return { code: 'bad-base', message: 'the definition that it builds on has no name', hint: "give that definition a name: name: 'tools'" };
};

export const definedImage = checked(
  v.custom<DefinedImage>((value) => isDefined(value) || (isObject(value) && ('base' in value || 'name' in value))),
  nameFault,
);

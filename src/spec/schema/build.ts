/** `context`, `contexts`, `platforms` and `epoch`: what a build is given, and the version of what it is given. */

import * as v from 'valibot';
import { contextFolderFault, furtherContextFault } from '../check/contexts.js';
import type { Check } from '../check/fault.js';
import { knownPlatformFault } from '../check/images.js';
import { contextNameFault } from '../check/names.js';
import { reference } from './files.js';
import { checked, either, list, overridable, record, shape, withJson } from './primitives.js';
import { emptyFault, text } from './texts.js';

const EPOCH = 1;

const epochFault: Check<number> = (epoch) =>
  epoch === EPOCH
    ? undefined
    : {
        code: 'unknown-epoch',
        message: `this version of imagewright knows epoch ${EPOCH}, not ${epoch}`,
        hint: `write epoch: ${EPOCH}, or use the version that the definition was made with`,
      };

const further = either('a folder, a URL, { image } or null', [text(emptyFault, furtherContextFault), shape({ image: reference }), v.null()]);

export const buildEntries = {
  context: v.optional(text(emptyFault, contextFolderFault)),
  contexts: v.optional(record(further, { name: contextNameFault }, 'a record of contexts')),
  platforms: v.optional(overridable(list(text(knownPlatformFault), 'a list of platforms'))),
  epoch: v.optional(withJson(checked(v.number(), epochFault), { const: EPOCH })),
};

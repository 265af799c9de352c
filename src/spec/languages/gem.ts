/** `gem`: packages and programs of Ruby. */

import * as v from 'valibot';
import type { Located } from '../../origin.js';
import { registryFault } from '../check/repositories.js';
import { given } from '../resolve/given.js';
import { packageRequest } from '../resolve/package-request.js';
import { lastSaid } from '../said.js';
import { either, shape } from '../schema/primitives.js';
import { text, textList, texts } from '../schema/texts.js';
import type { GemOptions, PartialStage } from '../types.js';
import type { GemSpec } from '../language-specs.js';
import type { LanguageField } from './language.js';

export const gem = {
  schema: either('a list of gems or { packages, source }', [
    texts,
    shape({ packages: v.optional(textList), source: v.optional(text(registryFault)) }),
  ]),
  resolve: (parts: readonly Located<PartialStage>[]): GemSpec | undefined => {
    const request = packageRequest<GemOptions>(parts, 'gem');
    if (!request || request.packages.length === 0) return undefined;
    const { options, packages, origin } = request;
    return { packages, ...given('source', lastSaid(options, 'source')), origin };
  },
} satisfies LanguageField;

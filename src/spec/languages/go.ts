/** `go`: programs from the module proxy of Go. */

import * as v from 'valibot';
import type { Located } from '../../origin.js';
import { given } from '../resolve/given.js';
import { packageRequest } from '../resolve/package-request.js';
import { lastSaid } from '../said.js';
import { reference } from '../schema/files.js';
import { either, shape } from '../schema/primitives.js';
import { flag, textList, texts } from '../schema/texts.js';
import type { GoOptions, PartialStage } from '../types.js';
import type { GoSpec } from '../language-specs.js';
import type { LanguageField } from './language.js';

export const go = {
  schema: either('a list of packages or { packages, cgo, toolchain }', [
    texts,
    shape({ packages: v.optional(textList), cgo: v.optional(flag), toolchain: v.optional(reference) }),
  ]),
  resolve: (parts: readonly Located<PartialStage>[]): GoSpec | undefined => {
    const request = packageRequest<GoOptions>(parts, 'go');
    if (!request || request.packages.length === 0) return undefined;
    const { options, packages, origin } = request;
    return { packages, cgo: lastSaid(options, 'cgo')?.value ?? false, ...given('toolchain', lastSaid(options, 'toolchain')), origin };
  },
} satisfies LanguageField;

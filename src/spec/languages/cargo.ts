/** `cargo`: programs from the registry of Rust. */

import * as v from 'valibot';
import type { Located } from '../../origin.js';
import { given } from '../resolve/given.js';
import { packageRequest } from '../resolve/package-request.js';
import { lastSaid } from '../said.js';
import { reference } from '../schema/files.js';
import { either, shape } from '../schema/primitives.js';
import { flag, textList, texts } from '../schema/texts.js';
import type { CargoOptions, PartialStage } from '../types.js';
import type { CargoSpec } from '../language-specs.js';
import type { LanguageField } from './language.js';

export const cargo = {
  schema: either('a list of crates or { packages, locked, toolchain }', [
    texts,
    shape({ packages: v.optional(textList), locked: v.optional(flag), toolchain: v.optional(reference) }),
  ]),
  resolve: (parts: readonly Located<PartialStage>[]): CargoSpec | undefined => {
    const request = packageRequest<CargoOptions>(parts, 'cargo');
    if (!request || request.packages.length === 0) return undefined;
    const { options, packages, origin } = request;
    return { packages, locked: lastSaid(options, 'locked')?.value ?? true, ...given('toolchain', lastSaid(options, 'toolchain')), origin };
  },
} satisfies LanguageField;

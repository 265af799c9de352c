/** `cargo`: programs from the registry of Rust. */

import * as v from 'valibot';
import type { Located } from '../../origin.js';
import { given } from '../resolve/given.js';
import { lastSaid, longForm, said, textsOf } from '../said.js';
import { either, shape } from '../schema/primitives.js';
import { reference } from '../schema/files.js';
import { flag, textList, texts } from '../schema/texts.js';
import type { CargoOptions, PartialStage } from '../types.js';
import type { LanguageField } from './language.js';

export interface CargoSpec {
  readonly packages: readonly Located<string>[];
  readonly locked: boolean;
  /** Image that has cargo. Default: the stage's own base, with its distribution's cargo. */
  readonly toolchain?: Located<string>;
  readonly origin: Located<unknown>['origin'];
}

export const cargo = {
  schema: either('a list of crates or { packages, locked, … }', [
    texts,
    shape({ packages: v.optional(textList), locked: v.optional(flag), toolchain: v.optional(reference) }),
  ]),
  resolve: (parts: readonly Located<PartialStage>[]): CargoSpec | undefined => {
    const requests = said(parts, 'cargo');
    const options = requests.map((request) => longForm<CargoOptions, 'packages'>('packages', request, Array.isArray(request.value)));
    const packages = textsOf(options, 'packages');
    const origin = requests.at(-1)?.origin;
    if (origin === undefined || packages.length === 0) return undefined;
    return { packages, locked: lastSaid(options, 'locked')?.value ?? true, ...given('toolchain', lastSaid(options, 'toolchain')), origin };
  },
} satisfies LanguageField;

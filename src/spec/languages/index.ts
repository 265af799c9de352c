/** The fields for packages of languages, apart from Python's, by their names; in the order in which they are installed. */

import * as v from 'valibot';
import type { Located } from '../../origin.js';
import { overridable, type Schema } from '../schema/primitives.js';
import type { Override, PartialStage } from '../types.js';
import { cargo } from './cargo.js';
import { conda } from './conda.js';
import { gem } from './gem.js';
import { go } from './go.js';
import type { LanguagesSpec } from '../language-specs.js';
import type { LanguageField } from './language.js';
import { r } from './r.js';
import { npm } from './npm.js';

export const languages = { conda, r, cargo, go, gem, npm } satisfies {
  readonly [N in keyof LanguagesSpec]-?: LanguageField<NonNullable<LanguagesSpec[N]>>;
};

type Languages = typeof languages;

export type LanguageName = keyof Languages;

type Overridable<T> = Schema<T | Override<T>>;

type LanguageEntries = { readonly [N in LanguageName]: v.OptionalSchema<Overridable<v.InferInput<Languages[N]['schema']>>, undefined> };

export const languageNames = Object.keys(languages) as readonly LanguageName[];

export const languageEntries = Object.fromEntries(
  languageNames.map((name) => [name, v.optional(overridable(languages[name].schema))]),
) as LanguageEntries;

export function resolveLanguages(parts: readonly Located<PartialStage>[]): LanguagesSpec {
  return Object.fromEntries(
    languageNames.flatMap((name) => {
      const request = languages[name].resolve(parts);
      return request === undefined ? [] : [[name, request]];
    }),
  );
}

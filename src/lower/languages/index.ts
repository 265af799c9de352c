/** The package managers of languages, apart from Python's, by the names that the language gives them. */

import type { LanguageName } from '../../spec/languages/index.js';
import type { LanguagesSpec } from '../../spec/language-specs.js';
import { cargo } from './cargo.js';
import { conda } from './conda.js';
import { gem } from './gem.js';
import { go } from './go.js';
import { r } from './r.js';
import type { Language } from './language.js';
import { npm } from './npm.js';

export const languages: { readonly [N in LanguageName]: Language<NonNullable<LanguagesSpec[N]>> } = { conda, r, cargo, go, gem, npm };

/**
 * `definePreset`: makes a preset, a function from options to a part of a definition.
 *
 *     export const reports = definePreset({
 *       name: 'reports',
 *       summary: 'Typesets reports with pandoc.',
 *       options: { locale: 'Locale of the reports. @default C.UTF-8' },
 *       define: ({ locale = 'C.UTF-8' }: { locale?: string }) => ({ apt: ['pandoc'], env: { LANG: locale } }),
 *     });
 *
 * Comes in: name, documentation and the function. Goes out: the function that `presets: [reports({ locale: 'fr_FR.UTF-8' })]` calls; what it returns bears the
 * preset's name and its options, so that every value in the image can be traced to it.
 *
 * Refuses options that `options` does not document, with an Error: `preset "reports": unknown option "local"; did you mean "locale"?`.
 */

import { presetBrand, type PresetMark } from './brand.js';
import { quoted } from './check/fault.js';
import { didYouMean } from './did-you-mean.js';
import type { PartialDefinition, Preset } from './types.js';

/** A preset as its author writes it. */
export interface PresetSource<Options extends object> {
  /** Kebab-case: `python-snakemake`. It stands in diagnostics. */
  readonly name: string;
  /** One sentence: what an image gets. */
  readonly summary?: string;
  /** What each option means, its unit and its default. Where it is given, other options are refused. */
  readonly options?: Readonly<Record<keyof Options & string, string>>;
  /** How it is written in an `image.ts`. */
  readonly example?: string;
  /** Options to part of a definition. Pure: the same options, the same part. */
  readonly define: (options: Options) => PartialDefinition;
}

/** A preset as its users call it; options may be left out when all of them may. */
export interface PresetFunction<Options extends object> {
  (...options: {} extends Options ? [options?: Options] : [options: Options]): Preset;
  /** What its author wrote. */
  readonly preset: PresetSource<Options>;
}

/** For plain JavaScript, whose compiler does not look: a mistyped option would be its default without a word. */
function checkOptions({ name, options: documented }: PresetSource<never>, given: object): void {
  if (documented === undefined) return;
  const known = Object.keys(documented);
  for (const option of Object.keys(given)) {
    if (known.includes(option)) continue;
    const hint = didYouMean(option, known) ?? (known.length === 0 ? 'it has none' : `the options are ${known.join(', ')}`);
    throw new Error(`preset "${name}": unknown option ${quoted(option)}; ${hint}`);
  }
}

export function definePreset<Options extends object = {}>(source: PresetSource<Options>): PresetFunction<Options> {
  const make = (options: Options = {} as Options): Preset => {
    checkOptions(source, options);
    const mark: PresetMark = { name: source.name, options: options as Readonly<Record<string, unknown>> };
    // Not enumerable: what is spread into an object of the user's own is the user's own.
    return Object.defineProperty({ ...source.define(options) }, presetBrand, { value: mark });
  };
  return Object.assign(make, { preset: source }) as PresetFunction<Options>;
}

/**
 * The locale: language, formats and encoding of programs.
 *
 *     locale: 'de_DE.UTF-8'
 *
 *     RUN apt-get update && apt-get install -y --no-install-recommends locales
 *     RUN localedef -i de_DE -f UTF-8 de_DE.UTF-8
 *     ENV LANG=de_DE.UTF-8
 *
 * LANG alone: LC_ALL would overrule what a user asks for. Those of C are in each C library. Refuses a base that the locale cannot be had for; warns where the
 * C library has no locales but only their names.
 */

import type { LocaleFacts } from '../bases/index.js';
import type { Located } from '../origin.js';
import { literal } from '../text.js';
import type { StageContext } from './context.js';
import { generatedRun } from './generated-run.js';
import type { SystemSetting } from './system-setting.js';

const OF_C = /^(?:C|POSIX)(?:\.|$)/;

export function planLocale(context: StageContext): SystemSetting | undefined {
  const { locale } = context.stage;
  if (!locale) return undefined;
  const { value, origin } = locale;
  const means = OF_C.test(value) ? { systemPackages: [], commands: [] } : meansOf(context, locale);
  return means && { ...means, before: [], env: [{ name: 'LANG', value: literal(value), origin }] };
}

type Means = Pick<SystemSetting, 'systemPackages' | 'commands'>;

function meansOf({ base, report }: StageContext, locale: Located<string>): Means | undefined {
  const facts = base.requireFacts('the locale');
  if (!facts) return undefined;
  if (!facts.locales) {
    report.error('no-locales', locale.origin, {
      message: `"${base.image}" has no locale "${locale.value}", and no package manager to get it with`,
      hint: "write 'C.UTF-8', which needs none",
    });
    return undefined;
  }
  if (facts.locales.kind === 'names') {
    report.warning('no-locales', locale.origin, {
      message: `"${base.image}" is ${facts.title}, whose C library takes the name "${locale.value}" and has no formats or messages for it`,
      hint: "write 'C.UTF-8', which is the same there, or build on a base with glibc: debian:bookworm-slim",
    });
    return { systemPackages: [], commands: [] };
  }
  const absent = facts.locales.kind === 'made' && facts.locales.package === undefined && !facts.locales.languages.includes(languageOf(locale.value));
  if (!absent) return installed(facts.locales, locale);
  report.error('no-locales', locale.origin, {
    message: `"${base.image}" has left out what the locale "${locale.value}" is made from`,
    hint: `write 'en_US.UTF-8' or 'C.UTF-8', or build on another base: debian:bookworm-slim`,
  });
  return undefined;
}

function installed(facts: Exclude<LocaleFacts, { readonly kind: 'names' }>, { value, origin }: Located<string>): Means {
  const name = facts.kind === 'packaged' && facts.isOfLanguage ? `${facts.package}${languageOf(value)}` : facts.package;
  const systemPackages = name === undefined ? [] : [{ value: name, origin }];
  if (facts.kind === 'packaged') return { systemPackages, commands: [] };
  const source = value.replace(/\.[^@]*/, '');
  return { systemPackages, commands: generatedRun([origin], [`localedef -i ${source} -f UTF-8 ${value}`], 'Locale') };
}

function languageOf(locale: string): string {
  return /^[a-z]+/.exec(locale)?.[0] ?? '';
}

/** The settings of the system that a stage asks for, as one. Refuses a variable of the author's own that one of them sets. */

import { originText, type Located } from '../origin.js';
import { planCertificates } from './certificates.js';
import type { StageContext } from './context.js';
import { planLocale } from './locale.js';
import type { SystemSetting } from './system-setting.js';
import { planTimezone } from './timezone.js';

export function planSettings(context: StageContext): SystemSetting {
  const { timezone, locale } = context.stage;
  reportTwice('TZ', timezone, context);
  reportTwice('LANG', locale, context);
  const settings = [planCertificates(context), planLocale(context), planTimezone(context)].filter((setting) => setting !== undefined);
  return {
    systemPackages: settings.flatMap(({ systemPackages }) => systemPackages),
    before: settings.flatMap(({ before }) => before),
    commands: settings.flatMap(({ commands }) => commands),
    env: settings.flatMap(({ env }) => env),
  };
}

function reportTwice(name: string, field: Located<string> | undefined, { stage, report }: StageContext): void {
  const own = field && stage.env.find((entry) => entry.name === name);
  if (!own) return;
  report.error('variable-twice', own.origin, {
    message: `"${name}" is what ${originText(field.origin)} sets, to "${field.value}"`,
    hint: 'leave one of them out',
  });
}

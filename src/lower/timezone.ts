/**
 * The time zone.
 *
 *     timezone: 'Europe/Berlin'
 *
 *     RUN apt-get update && apt-get install -y --no-install-recommends tzdata
 *     RUN test -f /usr/share/zoneinfo/Europe/Berlin && ln -sf /usr/share/zoneinfo/Europe/Berlin /etc/localtime
 *     ENV TZ=Europe/Berlin
 *
 * The link is for programs that are started without the environment (cron, a login); the test, since a zone that is not there would be UTC without a word.
 * Refuses a base that no zones can be had for.
 */

import type { StageContext } from './context.js';
import { literal } from '../text.js';
import { generatedRun } from './generated-run.js';
import type { SystemSetting } from './system-setting.js';

export function planTimezone({ stage: { timezone }, base, report }: StageContext): SystemSetting | undefined {
  if (!timezone) return undefined;
  const { value, origin } = timezone;
  const env = [{ name: 'TZ', value: literal(value), origin }];
  if (value === 'UTC') return { systemPackages: [], before: [], commands: [], env };
  const facts = base.requireFacts('the time zone');
  if (!facts) return undefined;
  if (facts.zones === undefined) {
    report.error('no-time-zones', origin, {
      message: `which time zones "${base.image}" has is not known, and it has no package manager to get them with`,
      hint: `say env: { TZ: '${value}' } for a program that brings its own`,
    });
    return undefined;
  }
  const file = `/usr/share/zoneinfo/${value}`;
  const commands = generatedRun([origin], [`test -f ${file}`, `ln -sf ${file} /etc/localtime`], 'Time zone');
  return { systemPackages: [{ value: facts.zones, origin }], before: [], commands, env };
}

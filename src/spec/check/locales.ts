/** Time zones and locales. By their form alone: which there are depends on the base, not on whoever compiles. */

import { quoted, type Check } from './fault.js';

/** Those that are named by a place, and of Etc those by their distance: other names are being given up, and distributions leave them out. */
const TIMEZONE =
  /^(?:UTC|(?:Africa|America|Antarctica|Arctic|Asia|Atlantic|Australia|Europe|Indian|Pacific|Etc)\/[A-Za-z0-9_+-]+(?:\/[A-Za-z0-9_+-]+)?)$/;

export const timezoneFault: Check<string> = (zone) =>
  TIMEZONE.test(zone)
    ? undefined
    : { code: 'bad-timezone', message: `${quoted(zone)} is no time zone`, hint: "write region and city: 'Europe/Berlin'; or 'UTC'" };

const LOCALE = /^(?:C|POSIX|C\.(?:UTF-8|utf8)|[a-z]{2,3}(?:_[A-Z]{2})?\.(?:UTF-8|utf8)(?:@[a-z]+)?)$/;

export const localeFault: Check<string> = (locale) =>
  LOCALE.test(locale)
    ? undefined
    : { code: 'bad-locale', message: `${quoted(locale)} is no locale in UTF-8`, hint: "write language and country: 'de_DE.UTF-8'; or 'C.UTF-8'" };

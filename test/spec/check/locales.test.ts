import { expect, test } from 'vitest';
import { localeFault, timezoneFault } from '../../../src/spec/check/locales.js';

test.each(['UTC', 'Europe/Berlin', 'America/Argentina/Buenos_Aires', 'America/Port-au-Prince', 'Etc/GMT+1'])('%s is a time zone', (zone) => {
  expect(timezoneFault(zone)).toBeUndefined();
});

test.each(['', 'Berlin', 'europe/berlin', 'CET', 'US/Eastern', 'Europe/', 'Europe/../shadow', 'Europe/Berlin; id', 'CET-1CEST,M3.5.0', 'UTC '])(
  '%j is none',
  (zone) => {
    const hint = "write region and city: 'Europe/Berlin'; or 'UTC'";
    expect(timezoneFault(zone)).toEqual({ code: 'bad-timezone', message: `${JSON.stringify(zone)} is no time zone`, hint });
  },
);

test.each(['C', 'POSIX', 'C.UTF-8', 'C.utf8', 'de_DE.UTF-8', 'de_DE.utf8', 'eo.UTF-8', 'sr_RS.UTF-8@latin', 'ast_ES.UTF-8'])(
  '%s is a locale',
  (locale) => {
    expect(localeFault(locale)).toBeUndefined();
  },
);

test.each(['', 'de', 'de_DE', 'de-DE.UTF-8', 'de_DE.ISO-8859-1', 'de_DE@euro', 'de_DE.UTF-8; id', '../de_DE.UTF-8', 'DE_de.UTF-8', 'en_US.UTF8'])(
  '%j is none',
  (locale) => {
    const hint = "write language and country: 'de_DE.UTF-8'; or 'C.UTF-8'";
    expect(localeFault(locale)).toEqual({ code: 'bad-locale', message: `${JSON.stringify(locale)} is no locale in UTF-8`, hint });
  },
);

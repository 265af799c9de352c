import { expect, it } from 'vitest';
import { compile } from '../../src/pipeline.js';

it('has all settings in one layer of commands and one of variables', () => {
  const compiled = compile({
    base: 'debian:bookworm-slim',
    certificates: 'corp-ca.crt',
    locale: 'de_DE.UTF-8',
    timezone: 'Europe/Berlin',
    env: { DATA: '/data' },
  });
  expect(compiled.ok && compiled.dockerfile.slice(compiled.dockerfile.indexOf('        ca-certificates'))).toBe(`        ca-certificates \\
        locales \\
        tzdata && \\
    rm -rf /var/cache/ldconfig/aux-cache /var/log/alternatives.log /var/log/apt/* /var/log/dpkg.log

# Certificates, with those of the distribution
RUN update-ca-certificates && \\
    # Locale
    localedef -i de_DE -f UTF-8 de_DE.UTF-8 && \\
    # Time zone
    test -f /usr/share/zoneinfo/Europe/Berlin && \\
    ln -sf /usr/share/zoneinfo/Europe/Berlin /etc/localtime

ENV LANG=de_DE.UTF-8 \\
    TZ=Europe/Berlin \\
    DATA=/data
`);
});

it("refuses a variable of the author's own that a setting sets, and names both places", () => {
  const preset = { env: { TZ: 'UTC' } };
  const compiled = compile({ base: 'debian:12', presets: [preset], env: { LANG: 'C' }, timezone: 'Europe/Berlin', locale: 'de_DE.UTF-8' });
  expect(compiled.diagnostics).toEqual([
    {
      code: 'variable-twice',
      severity: 'error',
      origin: { path: ['presets', 0, 'env', 'TZ'] },
      message: '"TZ" is what timezone sets, to "Europe/Berlin"',
      hint: 'leave one of them out',
    },
    {
      code: 'variable-twice',
      severity: 'error',
      origin: { path: ['env', 'LANG'] },
      message: '"LANG" is what locale sets, to "de_DE.UTF-8"',
      hint: 'leave one of them out',
    },
  ]);
});

import { expect, it } from 'vitest';
import { compile } from '../../src/pipeline.js';
import type { ImageDefinition, Locale } from '../../src/spec/types.js';
import { dockerfile } from './dockerfile.js';
import { at, faults, stage } from './specs.js';

const debian: ImageDefinition = { base: 'debian:bookworm-slim', locale: 'de_DE.UTF-8', apt: ['less'] };

it('is made on Debian', () => {
  expect(dockerfile(debian)).toBe(`FROM debian:bookworm-slim

RUN --mount=type=cache,target=/var/cache/apt,sharing=locked \\
    --mount=type=cache,target=/var/lib/apt/lists,sharing=locked \\
    apt-get update && \\
    DEBIAN_FRONTEND=noninteractive apt-get install -y --no-install-recommends -o Dir::Cache::archives=kept -o Dir::Cache::srcpkgcache=kept.index \\
        less \\
        locales && \\
    rm -rf /var/cache/ldconfig/aux-cache /var/log/alternatives.log /var/log/apt/* /var/log/dpkg.log

RUN localedef -i de_DE -f UTF-8 de_DE.UTF-8

ENV LANG=de_DE.UTF-8
`);
});

it('is one layer with its package where layers are few', () => {
  expect(dockerfile({ ...debian, layers: 'fewest' })).toBe(`FROM debian:bookworm-slim

RUN apt-get update && \\
    DEBIAN_FRONTEND=noninteractive apt-get install -y --no-install-recommends \\
        less \\
        locales && \\
    rm -rf /var/lib/apt/lists/* && \\
    rm -rf /var/cache/ldconfig/aux-cache /var/log/alternatives.log /var/log/apt/* /var/log/dpkg.log && \\
    localedef -i de_DE -f UTF-8 de_DE.UTF-8

ENV LANG=de_DE.UTF-8
`);
});

it('has instructions of its own as written', () => {
  expect(dockerfile({ ...debian, layers: 'as-written', dockerfile: {} })).toBe(`FROM debian:bookworm-slim

# System packages
RUN apt-get update && \\
    DEBIAN_FRONTEND=noninteractive apt-get install -y --no-install-recommends \\
        less \\
        locales

# Locale
RUN localedef -i de_DE -f UTF-8 de_DE.UTF-8

ENV LANG=de_DE.UTF-8
`);
});

it.each<[string, Locale, string]>([
  ['ubuntu:24.04', 'sr_RS.UTF-8@latin', 'localedef -i sr_RS@latin -f UTF-8 sr_RS.UTF-8@latin\n'],
  [
    'fedora:41',
    'sr_RS.UTF-8@latin',
    'glibc-langpack-sr && \\\n    dnf clean all && \\\n    rm -rf /var/cache/ldconfig/aux-cache /var/log/dnf* /var/log/hawkey.log\n',
  ],
  [
    'redhat/ubi9-minimal:9.4',
    'de_DE.UTF-8',
    'glibc-langpack-de && \\\n    microdnf clean all && \\\n    rm -rf /var/cache/ldconfig/aux-cache /var/log/dnf* /var/log/hawkey.log\n',
  ],
  [
    'opensuse/leap:15.6',
    'de_DE.UTF-8',
    'install --no-recommends glibc-locale && \\\n    zypper clean --all && \\\n    rm -rf /var/cache/ldconfig/aux-cache /var/log/zypp/* /var/log/zypper.log\n',
  ],
])('comes to %s as %s in its own way', (base, locale, last) => {
  expect(dockerfile({ base, locale, layers: 'fewest' })).toContain(`${last}\nENV LANG=${locale}\n`);
});

it('is made on Arch Linux, of what its images have', () => {
  expect(dockerfile({ base: 'archlinux:base', locale: 'en_GB.UTF-8' })).toBe(
    'FROM archlinux:base\n\nRUN localedef -i en_GB -f UTF-8 en_GB.UTF-8\n\nENV LANG=en_GB.UTF-8\n',
  );
});

it.each<[string, Locale]>([
  ['debian:bookworm-slim', 'C.UTF-8'],
  ['alpine:3.20', 'C.UTF-8'],
  ['scratch', 'C'],
  ['registry.example.org/team/app:1', 'POSIX'],
])('needs nothing on %s for %s', (base, locale) => {
  expect(dockerfile({ base, locale })).toBe(`FROM ${base}\nENV LANG=${locale}\n`);
});

it('is a name alone on Alpine, which it says', () => {
  const compiled = compile({ base: 'alpine:3.20', locale: 'de_DE.UTF-8' });
  expect(compiled.ok && compiled.dockerfile.split('\n').slice(3)).toEqual(['FROM alpine:3.20', 'ENV LANG=de_DE.UTF-8', '']);
  expect(compiled.diagnostics).toEqual([
    {
      code: 'no-locales',
      severity: 'warning',
      origin: at('locale'),
      message: '"alpine:3.20" is Alpine Linux, whose C library takes the name "de_DE.UTF-8" and has no formats or messages for it',
      hint: "write 'C.UTF-8', which is the same there, or build on a base with glibc: debian:bookworm-slim",
    },
  ]);
});

it.each<[string, string]>([
  ['scratch', `no-locales: "scratch" has no locale "de_DE.UTF-8", and no package manager to get it with | write 'C.UTF-8', which needs none`],
  [
    'archlinux:base',
    `no-locales: "archlinux:base" has left out what the locale "de_DE.UTF-8" is made from | write 'en_US.UTF-8' or 'C.UTF-8', or build on another base: debian:bookworm-slim`,
  ],
  [
    'registry.example.org/team/app:1',
    `unknown-base: "registry.example.org/team/app:1" is not a base image that imagewright knows, and the locale depends on its distribution | say what it is made from: base: { image: 'registry.example.org/team/app:1', distro: 'debian:bookworm' }`,
  ],
])('refuses %s', (base, fault) => {
  expect(faults(stage(base, { locale: { value: 'de_DE.UTF-8', origin: at('locale') } }))).toEqual([fault]);
});

import { expect, it } from 'vitest';
import type { ImageDefinition } from '../../src/spec/types.js';
import { dockerfile } from './dockerfile.js';
import { at, faults, stage } from './specs.js';

const debian: ImageDefinition = { base: 'ubuntu:24.04', timezone: 'Europe/Berlin', env: { DATA: '/data' } };

it('is installed, looked for and set', () => {
  expect(dockerfile(debian)).toBe(`FROM ubuntu:24.04

RUN --mount=type=cache,target=/var/cache/apt,sharing=locked \\
    --mount=type=cache,target=/var/lib/apt/lists,sharing=locked \\
    apt-get update && \\
    DEBIAN_FRONTEND=noninteractive apt-get install -y --no-install-recommends -o Dir::Cache::archives=kept -o Dir::Cache::srcpkgcache=kept.index \\
        tzdata && \\
    rm -rf /var/cache/ldconfig/aux-cache /var/log/alternatives.log /var/log/apt/* /var/log/dpkg.log

RUN test -f /usr/share/zoneinfo/Europe/Berlin && \\
    ln -sf /usr/share/zoneinfo/Europe/Berlin /etc/localtime

ENV TZ=Europe/Berlin \\
    DATA=/data
`);
});

it('is one layer with its package where layers are few', () => {
  expect(dockerfile({ ...debian, layers: 'fewest' })).toBe(`FROM ubuntu:24.04

RUN apt-get update && \\
    DEBIAN_FRONTEND=noninteractive apt-get install -y --no-install-recommends tzdata && \\
    rm -rf /var/lib/apt/lists/* && \\
    rm -rf /var/cache/ldconfig/aux-cache /var/log/alternatives.log /var/log/apt/* /var/log/dpkg.log && \\
    test -f /usr/share/zoneinfo/Europe/Berlin && \\
    ln -sf /usr/share/zoneinfo/Europe/Berlin /etc/localtime

ENV TZ=Europe/Berlin \\
    DATA=/data
`);
});

it('has instructions of its own as written', () => {
  expect(dockerfile({ ...debian, layers: 'as-written', dockerfile: {} })).toBe(`FROM ubuntu:24.04

# System packages
RUN apt-get update && \\
    DEBIAN_FRONTEND=noninteractive apt-get install -y --no-install-recommends tzdata

# Time zone
RUN test -f /usr/share/zoneinfo/Europe/Berlin && \\
    ln -sf /usr/share/zoneinfo/Europe/Berlin /etc/localtime

ENV TZ=Europe/Berlin
ENV DATA=/data
`);
});

it.each([
  ['alpine:3.20', 'apk add --update-cache --no-cache tzdata'],
  ['rockylinux:9', 'tzdata && \\\n    dnf clean all'],
  ['opensuse/leap:15.6', 'zypper --non-interactive install --no-recommends timezone'],
  ['archlinux:base', 'pacman -Syu --noconfirm --needed tzdata'],
])('has the package of %s', (base, install) => {
  const text = dockerfile({ base, timezone: 'Asia/Tokyo', layers: 'fewest' });
  expect(text).toContain(install);
  expect(text).toContain('ln -sf /usr/share/zoneinfo/Asia/Tokyo /etc/localtime\n\nENV TZ=Asia/Tokyo\n');
});

it.each(['debian:bookworm-slim', 'scratch', 'registry.example.org/team/app:1'])('needs nothing for UTC on %s', (base) => {
  expect(dockerfile({ base, timezone: 'UTC' })).toBe(`FROM ${base}\nENV TZ=UTC\n`);
});

it('is that of the stage alone, and what builds on it has it, too', () => {
  const text = dockerfile({ base: { stage: 'a' }, apt: ['git'], stages: { a: { base: 'debian:12', timezone: 'UTC' } } });
  expect(text.match(/^(?:FROM|ENV).*$/gm)).toEqual(['FROM debian:12 AS a', 'ENV TZ=UTC', 'FROM a']);
});

it.each<[string, string]>([
  [
    'scratch',
    `no-time-zones: which time zones "scratch" has is not known, and it has no package manager to get them with | say env: { TZ: 'Europe/Berlin' } for a program that brings its own`,
  ],
  [
    'registry.example.org/team/app:1',
    `unknown-base: "registry.example.org/team/app:1" is not a base image that imagewright knows, and the time zone depends on its distribution | say what it is made from: base: { image: 'registry.example.org/team/app:1', distro: 'debian:bookworm' }`,
  ],
])('refuses %s', (base, fault) => {
  expect(faults(stage(base, { timezone: { value: 'Europe/Berlin', origin: at('timezone') } }))).toEqual([fault]);
});

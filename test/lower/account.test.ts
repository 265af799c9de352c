import { expect, it } from 'vitest';
import type { UserSpec } from '../../src/spec/spec.js';
import { createReport } from '../../src/diagnostics.js';
import { lower } from '../../src/lower/lower.js';
import { faults, image, lowered, shownApt, stage, system, user } from './specs.js';

/** The shell lines that create the user, and who the container runs as. */
function created(base: string, name: string | undefined, fields: Partial<UserSpec> = {}): readonly string[] {
  const report = createReport();
  const program = lower(image([stage(base, { user: user(name, fields) })]), report);
  if (!program) return report.diagnostics.map(({ message }) => message);
  return program.stages[0]!.instructions.flatMap((instruction) => {
    if (instruction.kind === 'user') return [`USER ${instruction.user}`];
    if (instruction.kind === 'install') return [`install ${instruction.packages.map(({ value }) => value).join(' ')}`];
    return instruction.kind === 'run' && instruction.script.form === 'commands' ? instruction.script.commands.map(({ line }) => line) : [];
  });
}

it.each<[string, string | undefined, Partial<UserSpec>, readonly string[]]>([
  ['debian:bookworm', 'app', {}, ['SOURCE_DATE_EPOCH=0 useradd --create-home --shell /bin/sh app', 'USER app']],
  ['debian:bookworm', 'app', { uid: 1000 }, ['SOURCE_DATE_EPOCH=0 useradd --create-home --shell /bin/sh --uid 1000 app', 'USER app']],
  [
    'debian:bookworm',
    'app',
    { uid: 1000, gid: 2000, home: '/srv/my home', shell: '/bin/bash', groups: ['video', 'audio'] },
    [
      'groupadd --gid 2000 app',
      "SOURCE_DATE_EPOCH=0 useradd --create-home --home-dir '/srv/my home' --shell /bin/bash --uid 1000 --gid 2000 --groups video,audio app",
      'USER app',
    ],
  ],
  // An ordinary account makes room.
  [
    'ubuntu:24.04',
    'app',
    { uid: 1000 },
    ['userdel --remove ubuntu', 'SOURCE_DATE_EPOCH=0 useradd --create-home --shell /bin/sh --uid 1000 app', 'USER app'],
  ],
  [
    'node:22',
    'app',
    { uid: 1000, gid: 1000 },
    [
      'userdel --remove node',
      'groupadd --gid 1000 app',
      'SOURCE_DATE_EPOCH=0 useradd --create-home --shell /bin/sh --uid 1000 --gid 1000 app',
      'USER app',
    ],
  ],
  ['ubuntu:22.04', 'app', { uid: 1000 }, ['SOURCE_DATE_EPOCH=0 useradd --create-home --shell /bin/sh --uid 1000 app', 'USER app']],
  // The group of an account that stays is shared.
  ['node:22', 'app', { gid: 1000 }, ['SOURCE_DATE_EPOCH=0 useradd --create-home --shell /bin/sh --gid 1000 app', 'USER app']],
  // A uid of the system is shared; so is one where not all accounts are known.
  ['debian:bookworm', 'app', { uid: 33 }, ['SOURCE_DATE_EPOCH=0 useradd --create-home --shell /bin/sh --uid 33 --non-unique app', 'USER app']],
  ['rocker/r-ver:4.4', 'app', { uid: 1000 }, ['SOURCE_DATE_EPOCH=0 useradd --create-home --shell /bin/sh --uid 1000 --non-unique app', 'USER app']],
  [
    'debian:bookworm',
    'app',
    { gid: 100 },
    ['groupadd --non-unique --gid 100 app', 'SOURCE_DATE_EPOCH=0 useradd --create-home --shell /bin/sh --gid 100 app', 'USER app'],
  ],
  [
    'debian:bookworm',
    'app',
    { uid: 200_000 },
    ['SOURCE_DATE_EPOCH=0 useradd --create-home --shell /bin/sh --uid 200000 --no-log-init app', 'USER app'],
  ],
  // What the base has is used as it is.
  ['node:22', 'node', {}, ['USER node']],
  ['node:22', 'node', { uid: 1000 }, ['USER node']],
  ['debian:bookworm', 'www-data', {}, ['USER www-data']],
  ['debian:bookworm', 'nobody', { uid: 65534 }, ['USER nobody']],
  ['mambaorg/micromamba:2.0.5', 'mambauser', {}, ['USER mambauser']],
  ['debian:bookworm', 'root', {}, ['USER root']],
  ['gcr.io/distroless/base-debian12', 'nonroot', {}, ['USER nonroot']],
  // Numbers need no account.
  ['scratch', undefined, { uid: 1000 }, ['USER 1000']],
  ['scratch', undefined, { uid: 1000, gid: 0 }, ['USER 1000:0']],
  ['registry.example.org/team/app:1', undefined, { uid: 1000 }, ['USER 1000']],
  ['registry.example.org/team/app:1', 'app', { create: false }, ['USER app']],
  // busybox.
  ['alpine:3.20', 'app', { uid: 1000 }, ['adduser -D -s /bin/sh -u 1000 app', 'USER app']],
  [
    'alpine:3.20',
    'app',
    { uid: 1000, gid: 2000, home: '/app', groups: ['video'] },
    ['addgroup -g 2000 app', 'adduser -D -h /app -s /bin/sh -u 1000 -G app app', 'addgroup app video', 'USER app'],
  ],
  ['node:22-alpine', 'app', { uid: 1000 }, ['deluser --remove-home node', 'adduser -D -s /bin/sh -u 1000 app', 'USER app']],
  // A group that the base has, by whatever name, is shared.
  [
    'alpine:3.20',
    'app',
    { uid: 1000, gid: 100 },
    [
      '{ cut -d: -f3 /etc/group | grep -qx 100 || addgroup -g 100 app; }',
      `adduser -D -s /bin/sh -u 1000 -G "$(awk -F: '$3 == 100 { print $1; exit }' /etc/group)" app`,
      'USER app',
    ],
  ],
  [
    'node:22-alpine',
    'app',
    { gid: 1000 },
    [
      '{ cut -d: -f3 /etc/group | grep -qx 1000 || addgroup -g 1000 app; }',
      `adduser -D -s /bin/sh -G "$(awk -F: '$3 == 1000 { print $1; exit }' /etc/group)" app`,
      'USER app',
    ],
  ],
  [
    'node:22-alpine',
    'app',
    { uid: 1000, gid: 1000 },
    ['deluser --remove-home node', 'addgroup -g 1000 app', 'adduser -D -s /bin/sh -u 1000 -G app app', 'USER app'],
  ],
  // Those that have shadow's tools, each with a uid of its own, with one that the system has, and with groups.
  ...['rockylinux:9', 'fedora:41', 'archlinux:base'].flatMap((base): [string, string, Partial<UserSpec>, readonly string[]][] => [
    [base, 'app', { uid: 1000 }, ['SOURCE_DATE_EPOCH=0 useradd --create-home --shell /bin/sh --uid 1000 app', 'USER app']],
    [base, 'app', { uid: 8 }, ['SOURCE_DATE_EPOCH=0 useradd --create-home --shell /bin/sh --uid 8 --non-unique app', 'USER app']],
    [
      base,
      'app',
      { uid: 1000, gid: 2000, groups: ['wheel'] },
      ['groupadd --gid 2000 app', 'SOURCE_DATE_EPOCH=0 useradd --create-home --shell /bin/sh --uid 1000 --gid 2000 --groups wheel app', 'USER app'],
    ],
  ]),
  [
    'opensuse/tumbleweed',
    'app',
    { uid: 65534 },
    ['install shadow', 'SOURCE_DATE_EPOCH=0 useradd --create-home --shell /bin/sh --uid 65534 --non-unique app', 'USER app'],
  ],
  // Minimal images have to get the tool first.
  ['redhat/ubi9-minimal', 'app', {}, ['install shadow-utils', 'SOURCE_DATE_EPOCH=0 useradd --create-home --shell /bin/sh app', 'USER app']],
  ['opensuse/leap:15.6', 'app', {}, ['install shadow', 'SOURCE_DATE_EPOCH=0 useradd --create-home --shell /bin/sh app', 'USER app']],
])('%s: %s %j', (base, name, fields, lines) => {
  expect(created(base, name, fields)).toEqual(lines);
});

it.each<[string, string, Partial<UserSpec>, string]>([
  [
    'node:22',
    'node',
    { uid: 2000 },
    `user-taken: "node" is in "node:22" already, with uid 1000: its uid stays as it is | write user: 'node' to use it so, or choose another name`,
  ],
  [
    'debian:bookworm',
    'www-data',
    { home: '/srv' },
    `user-taken: "www-data" is in "debian:bookworm" already, with uid 33: its home stays as it is | write user: 'www-data' to use it so, or choose another name`,
  ],
  [
    'mambaorg/micromamba:2.0.5',
    'mambauser',
    { uid: 1000 },
    `user-taken: "mambauser" is in "mambaorg/micromamba:2.0.5" already, with a uid of its own: its uid stays as it is | write user: 'mambauser' to use it so, or choose another name`,
  ],
  [
    'debian:bookworm',
    'root',
    { uid: 5 },
    `user-taken: "root" is in "debian:bookworm" already, with uid 0: its uid stays as it is | write user: 'root' to use it so, or choose another name`,
  ],
  ['alpine:3.20', 'app', { uid: 405 }, 'uid-taken: the uid 405 belongs to "guest" in "alpine:3.20" | choose one of 1000 or more'],
  ['scratch', 'app', {}, 'no-accounts: "scratch" has nothing to create the user "app" with | give a number, which needs no account: user: 1000'],
  [
    'registry.example.org/team/app:1',
    'app',
    {},
    `unknown-base: "registry.example.org/team/app:1" is not a base image that imagewright knows, and creating a user depends on its distribution | say what it is made from: base: { image: 'registry.example.org/team/app:1', distro: 'debian:bookworm' }`,
  ],
])('refuses on %s: %s %j', (base, name, fields, fault) => {
  expect(faults(stage(base, { user: user(name, fields) }))).toEqual([fault]);
});

it('knows the accounts that stages below have created', () => {
  const first = stage('debian:bookworm', { name: 'first', user: user('app', { uid: 1000 }) });
  const final = stage('', {
    base: { kind: 'stage', stage: 'first', origin: { path: ['base'] } },
    user: user('app'),
    system: [system('apt', ['git'])],
  });
  expect(lowered(first, final)).toBe(`(program
  (stage first
    (from "debian:bookworm")
    (run
      (comment "The user \\"app\\"")
      generated
      (commands ("SOURCE_DATE_EPOCH=0 useradd --create-home --shell /bin/sh --uid 1000 app")))
    (user "app"))
  (stage
    (from (stage first))
    (user "root")
    ${shownApt('git')}
    (user "app")))
`);
});

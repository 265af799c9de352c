import { describe, expect, test } from 'vitest';
import { baseFacts } from '../../src/bases/base-facts.js';
import { describeBase } from './describe-base.js';

const DIGEST = `sha256:${'0123456789abcdef'.repeat(4)}`;

test('says everything that is known of an image', () => {
  expect(baseFacts('python:3.12-alpine3.20')).toEqual({
    distro: 'alpine',
    standardRoot: true,
    title: 'Alpine Linux',
    release: '3.20',
    manager: 'apk',
    python: { kind: 'own' },
    pep668: true,
    users: [
      { name: 'root', uid: 0, gid: 0 },
      { name: 'bin', uid: 1, gid: 1 },
      { name: 'daemon', uid: 2, gid: 2 },
      { name: 'lp', uid: 4, gid: 7 },
      { name: 'sync', uid: 5, gid: 0 },
      { name: 'shutdown', uid: 6, gid: 0 },
      { name: 'halt', uid: 7, gid: 0 },
      { name: 'mail', uid: 8, gid: 12 },
      { name: 'news', uid: 9, gid: 13 },
      { name: 'uucp', uid: 10, gid: 14 },
      { name: 'cron', uid: 16, gid: 16 },
      { name: 'ftp', uid: 21, gid: 21 },
      { name: 'sshd', uid: 22, gid: 22 },
      { name: 'games', uid: 35, gid: 35 },
      { name: 'ntp', uid: 123, gid: 123 },
      { name: 'guest', uid: 405, gid: 100 },
      { name: 'nobody', uid: 65534, gid: 65534 },
    ],
    usersComplete: true,
    accounts: { command: 'adduser' },
    trust: {
      folder: '/usr/local/share/ca-certificates',
      bundle: '/etc/ssl/certs/ca-certificates.crt',
      update: 'update-ca-certificates',
      package: 'ca-certificates',
    },
    zones: 'tzdata',
    locales: { kind: 'names' },
    dockerClean: false,
    shell: '/bin/sh',
  });
});

describe('without a distro, an image that is not known has no facts', () => {
  test.each([
    'registry.example.org/mirror/debian:bookworm',
    'localhost:5000/debian:bookworm',
    'myteam/app:1.2',
    'golang:1.24-windowsservercore-ltsc2022',
    'postgres:16',
    'not a reference',
    '',
  ])('%j', (reference) => {
    expect(baseFacts(reference)).toBe(undefined);
  });
});

describe('the distro of the author', () => {
  test.each([
    ['myteam/app:1.2', 'debian:bookworm', 'debian bookworm: apt, python3 python3-venv, PEP 668, docker-clean, /bin/sh, perhaps more accounts'],
    ['myteam/app:1.2', 'rocky:9', 'rockylinux 9: dnf, python3, /bin/sh, perhaps more accounts'],
    ['myteam/app:1.2', 'alma:9', 'almalinux 9: dnf, python3, /bin/sh, perhaps more accounts'],
    ['myteam/app:1.2', 'opensuse:15.6', 'leap 15.6: zypper, python311, PEP 668, /bin/sh, perhaps more accounts'],
    ['myteam/app:1.2', 'arch', 'archlinux ?: pacman, python, PEP 668, /bin/sh, perhaps more accounts'],
    ['myteam/app:1.2', 'debian:11', 'debian bullseye: apt, python3 python3-venv, docker-clean, /bin/sh, perhaps more accounts'],
    ['myteam/app:1.2', 'ubuntu:24.04', 'ubuntu 24.04: apt, python3 python3-venv, PEP 668, docker-clean, /bin/sh, ubuntu 1000, perhaps more accounts'],
    ['myteam/app:1.2', 'ubuntu:jammy', 'ubuntu 22.04: apt, python3 python3-venv, docker-clean, /bin/sh, perhaps more accounts'],
    ['myteam/app:1.2', 'alpine:3.20', 'alpine 3.20: apk, python3, PEP 668, /bin/sh, perhaps more accounts'],
    ['myteam/app:1.2', 'fedora', 'fedora ?: dnf, python3, PEP 668, /bin/sh, perhaps more accounts'],
    ['myteam/app:1.2', 'rockylinux:9', 'rockylinux 9: dnf, python3, /bin/sh, perhaps more accounts'],
    ['myteam/app:1.2', 'leap:15.6', 'leap 15.6: zypper, python311, PEP 668, /bin/sh, perhaps more accounts'],
    ['myteam/app:1.2', 'tumbleweed', 'tumbleweed ?: zypper, python3, PEP 668, /bin/sh, perhaps more accounts'],
    ['myteam/app:1.2', 'archlinux', 'archlinux ?: pacman, python, PEP 668, /bin/sh, perhaps more accounts'],
    // A known image keeps what is its own: python, accounts.
    ['python:3.12', 'debian:trixie', 'debian trixie: apt, own python, PEP 668, docker-clean, /bin/sh'],
    ['node:22', 'debian:bullseye', 'debian bullseye: apt, python3 python3-venv, docker-clean, /bin/sh, node 1000'],
    // Of a digest alone it says what the tag would.
    [`python@${DIGEST}`, 'debian:trixie', 'debian trixie: apt, own python, PEP 668, docker-clean, /bin/sh'],
    [`python@${DIGEST}`, 'alpine:3.20', 'alpine 3.20: apk, own python, PEP 668, /bin/sh'],
    [`node@${DIGEST}`, 'debian', 'debian ?: apt, python3 python3-venv, PEP 668, docker-clean, /bin/sh, node 1000'],
    [`buildpack-deps@${DIGEST}`, 'ubuntu:24.04', 'ubuntu 24.04: apt, python3 python3-venv, PEP 668, docker-clean, /bin/sh, ubuntu 1000'],
    // A distro that contradicts the table: the author knows better.
    ['python:3.12', 'alpine', 'alpine ?: apk, python3, PEP 668, /bin/sh, perhaps more accounts'],
  ])('%s with %s', (reference, distro, facts) => {
    expect(describeBase(reference, distro)).toBe(facts);
  });

  test.each(['', 'slackware', 'debian:', 'debian:jammy', 'ubuntu:bookworm', 'debian:bookworm:slim', 'archlinux:2024', 'toString', 'Debian'])(
    '%j is none',
    (distro) => {
      expect(baseFacts('debian:bookworm', distro)).toBe(undefined);
    },
  );
});

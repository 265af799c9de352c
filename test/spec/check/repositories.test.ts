import { describe, expect, test } from 'vitest';
import {
  architectureFault,
  componentFault,
  componentsFault,
  fingerprintFault,
  keyringFault,
  moduleFault,
  ppaFault,
  repositoryNameFault,
  sha256Fault,
  suiteFault,
  tagWordFault,
  uriFault,
} from '../../../src/spec/check/repositories.js';

const sha256 = '0123456789abcdef'.repeat(4);
const WHOLE = "write all of it, blanks and quotes escaped: 'https://packages.example.org/debian'";
const SCHEME = "write one that begins with 'https://' or 'http://'";

describe('addresses', () => {
  test.each([
    'https://packages.example.org/debian',
    'http://packages.example.org:8080/debian/',
    'https://packages.example.org/el9/$basearch/',
    'https://packages.example.org/pks/lookup?op=get&search=0x01',
    'https://[2001:db8::1]/debian',
  ])('%s is one', (uri) => {
    expect(uriFault(uri)).toBe(undefined);
  });

  test.each([
    ['packages.example.org/debian', WHOLE],
    ['https://packages.example.org/a b', WHOLE],
    ['https://packages.example.org/"', WHOLE],
    ["https://packages.example.org/'", WHOLE],
    ['https://packages.example.org/\\', WHOLE],
    ['https://', WHOLE],
    ['ftp://packages.example.org/', SCHEME],
    ['file:///srv/debian', SCHEME],
    ['cdrom:[Debian]/', SCHEME],
    ['', WHOLE],
  ])('%s is none', (uri, hint) => {
    expect(uriFault(uri)).toEqual({ code: 'bad-uri', message: `${JSON.stringify(uri)} is no address to download from`, hint });
  });

  test('hold no password, which is not repeated', () => {
    expect(uriFault('https://user:hunter2@packages.example.org/debian')).toEqual({
      code: 'literal-secret',
      message: 'the value looks like a URL with a password; everybody who has the image could read it',
      hint: "mount it where it is needed: run: [{ script, mounts: [secret('ID')] }], or give it to the container when it is run",
    });
  });
});

test.each([
  [sha256, undefined],
  [`sha256:${sha256}`, 'leave out "sha256:"'],
  [sha256.toUpperCase(), "write its 64 hexadecimal digits, in lower case, as 'sha256sum' prints them"],
  ['abc', "write its 64 hexadecimal digits, in lower case, as 'sha256sum' prints them"],
])('checksum %s', (value, hint) => {
  expect(sha256Fault(value)?.hint).toBe(hint);
});

test('tells of a checksum that is none, and does not repeat all of it', () => {
  expect(sha256Fault('md5')).toEqual({
    code: 'bad-checksum',
    message: '"md5" is no SHA-256',
    hint: "write its 64 hexadecimal digits, in lower case, as 'sha256sum' prints them",
  });
});

test.each([
  ['0123456789ABCDEF0123456789ABCDEF01234567', undefined],
  ['0123 4567', '"0123 4567" is no fingerprint'],
  ['0x01234567', '"0x01234567" is no fingerprint'],
])('fingerprint %s', (value, message) => {
  expect(fingerprintFault(value)?.message).toBe(message);
});

test.each([
  ['/usr/share/keyrings/debian-archive-keyring.gpg', undefined],
  ['debian-archive-keyring.gpg', { code: 'relative-path', hint: "begin at the root, or name a file of the context: { file: 'keys/example.asc' }" }],
  ['/etc/my keys/a.gpg', { code: 'bad-path', hint: 'rename the file: no blank, comma, quote or "#"' }],
])('keyring %s', (path, fault) => {
  const found = keyringFault(path);
  expect(found && { code: found.code, hint: found.hint }).toEqual(fault);
});

test.each([
  ['example', undefined],
  ['example-9.el9_1', undefined],
  ['', 'the name of a repository is empty'],
  ['../cron.d/x', '"../cron.d/x" cannot be the name of a repository'],
  ['.hidden', '".hidden" cannot be the name of a repository'],
  ['a b', '"a b" cannot be the name of a repository'],
])('name %j of a repository', (name, message) => {
  expect(repositoryNameFault(name)?.message).toBe(message);
});

describe('words of apt', () => {
  test.each(['bookworm', 'bookworm-backports', 'bookworm/updates', './', '/', 'amd64/'])('%s is a suite', (suite) => {
    expect(suiteFault(suite)).toBe(undefined);
  });

  test.each(['', 'book worm', '../other/', 'a/../b', '-x', 'main\nURIs:'])('%j is none', (suite) => {
    expect(suiteFault(suite)).toEqual({
      code: 'bad-suite',
      message: `${JSON.stringify(suite)} is no suite`,
      hint: "write one as 'bookworm', or a folder as './'",
    });
  });

  test('components and architectures are plain words', () => {
    expect(['main', 'non-free-firmware', 'updates/main'].map(componentFault)).toEqual([undefined, undefined, undefined]);
    expect(componentFault('main contrib')).toEqual({
      code: 'bad-component',
      message: '"main contrib" is no component',
      hint: "write one as 'main'",
    });
    expect(architectureFault('amd64')).toBe(undefined);
    expect(architectureFault('linux/amd64')).toEqual({
      code: 'bad-architecture',
      message: '"linux/amd64" is no architecture',
      hint: "write it as Debian has it: 'amd64', 'arm64'",
    });
  });

  test.each([
    [{ suites: 'bookworm', components: 'main' }, undefined],
    [{ suites: ['bookworm', 'bookworm-updates'], components: ['main'] }, undefined],
    [{ suites: './' }, undefined],
    [{ suites: [] }, "missing-field: the repository has no suite | name one: suites: 'bookworm'"],
    [{ suites: 'bookworm' }, 'missing-field: the repository has no components of "bookworm" | name them: components: \'main\''],
    [{ suites: 'bookworm', components: [] }, 'missing-field: the repository has no components of "bookworm" | name them: components: \'main\''],
    [
      { suites: './', components: 'main' },
      'bad-component: the suite "./" is a folder, which has no components | leave out components, or the final slash',
    ],
    [{ suites: ['bookworm', './'], components: 'main' }, 'bad-suite: the suite "./" is a folder, and others are not | write two repositories'],
  ])('%j', (repository, expected) => {
    const fault = componentsFault(repository);
    expect(fault && `${fault.code}: ${fault.message} | ${fault.hint}`).toBe(expected);
  });

  test.each(['deadsnakes/ppa', 'ppa:deadsnakes/ppa', 'graphics-drivers/ppa', 'c2d4u.team/c2d4u4.0+'])('%s is a PPA', (ppa) => {
    expect(ppaFault(ppa)).toBe(undefined);
  });

  test.each(['deadsnakes', 'ppa:', 'a/b/c', '../x', 'Owner/ppa', 'a/b c'])('%s is none', (ppa) => {
    expect(ppaFault(ppa)).toEqual({
      code: 'bad-ppa',
      message: `${JSON.stringify(ppa)} is no archive of Launchpad`,
      hint: "write owner and name: 'deadsnakes/ppa'",
    });
  });
});

test.each([
  ['edge', undefined],
  ['@edge', 'leave out the "@"'],
  ['Edge 1', 'write lower-case letters, digits, "_" and "-"'],
])('tag %s', (tag, hint) => {
  expect(tagWordFault(tag)?.hint).toBe(hint);
});

test.each([
  ['nodejs:20', undefined],
  ['container-tools:rhel8', undefined],
  ['nodejs', '"nodejs" is no stream of a module'],
  ['nodejs:20/common', '"nodejs:20/common" is no stream of a module'],
  ['-x:1', '"-x:1" is no stream of a module'],
])('module %s', (module, message) => {
  expect(moduleFault(module)?.message).toBe(message);
});

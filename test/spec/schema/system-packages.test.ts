import { describe, expect, test } from 'vitest';
import { createReport } from '../../../src/diagnostics.js';
import { originText } from '../../../src/origin.js';
import { resolve } from '../../../src/spec/resolve.js';
import type { ImageDefinition } from '../../../src/spec/types.js';

/** What is wrong, each as `CODE PLACE: MESSAGE | HINT`. */
function faultsOf(fields: object): readonly string[] {
  const report = createReport();
  resolve({ base: 'debian:12', ...fields } as ImageDefinition, {}, report);
  return report.diagnostics.map(({ code, origin, message, hint }) => `${code} ${originText(origin)}: ${message} | ${hint}`);
}

const sha256 = '0123456789abcdef'.repeat(4);
const uri = 'https://packages.example.org/debian';
const repository = { uri, suites: 'bookworm', components: 'main', key: { file: 'example.asc' } };

describe('apt', () => {
  test.each([
    [{ repositories: [repository] }],
    [{ repositories: [{ ...repository, name: 'example', suites: ['bookworm'], components: ['main'], architectures: 'amd64' }] }],
    [{ repositories: [{ uri, suites: './', key: { url: `${uri}/key.asc`, sha256, armored: false } }] }],
    [{ repositories: [{ ...repository, key: '/usr/share/keyrings/debian-archive-keyring.gpg' }] }],
    [{ ppas: [{ ppa: 'ppa:deadsnakes/ppa', key: { file: 'deadsnakes.gpg' } }] }],
    [{ debs: [{ url: `${uri}/tool.deb`, sha256 }] }],
    [{ repositories: { kind: 'override', value: [repository] }, debs: { kind: 'override', value: [] } }],
  ])('takes %j', (apt) => {
    expect(faultsOf({ apt })).toEqual([]);
  });

  test.each([
    [
      { repositories: [{ uri }] },
      [
        'missing-field apt.repositories[0]: apt.repositories[0] has no "suites" | write { suites: … }',
        'missing-field apt.repositories[0]: apt.repositories[0] has no "key" | write { key: … }',
      ],
    ],
    [
      { repositories: [{ ...repository, components: undefined }] },
      ['missing-field apt.repositories[0]: the repository has no components of "bookworm" | name them: components: \'main\''],
    ],
    [{ repositories: [{ ...repository, sutes: 'x' }] }, ['unknown-field apt.repositories[0].sutes: unknown field "sutes" | did you mean "suites"?']],
    [
      { repositories: [{ ...repository, uri: 'https://packages.example.org/a b' }] },
      [
        'bad-uri apt.repositories[0].uri: "https://packages.example.org/a b" is no address to download from | write all of it, blanks and quotes escaped: \'https://packages.example.org/debian\'',
      ],
    ],
    [
      { repositories: [{ ...repository, uri: 'https://packages.example.org/\nSigned-By: /x' }] },
      [
        'control-character apt.repositories[0].uri: "https://packages.example.org/\\nSigned-By: /x" holds a newline (U+000A) | take it out; only scripts and the content of files may hold such characters',
      ],
    ],
    [
      { repositories: [{ ...repository, suites: ['bookworm', 'a b'] }] },
      ["bad-suite apt.repositories[0].suites[1]: \"a b\" is no suite | write one as 'bookworm', or a folder as './'"],
    ],
    [
      { repositories: [{ ...repository, key: { url: 'http://packages.example.org/key.asc' } }] },
      ['missing-field apt.repositories[0].key: apt.repositories[0].key has no "sha256" | write { sha256: … }'],
    ],
    [
      { repositories: [{ ...repository, key: { url: 'http://packages.example.org/key.asc', sha256: 'x' } }] },
      [
        'bad-checksum apt.repositories[0].key.sha256: "x" is no SHA-256 | write its 64 hexadecimal digits, in lower case, as \'sha256sum\' prints them',
      ],
    ],
    [
      { repositories: [{ ...repository, key: 'example.asc' }] },
      [
        'relative-path apt.repositories[0].key: "example.asc" is no path of a keyring in the base | begin at the root, or name a file of the context: { file: \'keys/example.asc\' }',
      ],
    ],
    [{ repositories: repository }, ['wrong-type apt.repositories: apt.repositories must be a list of repositories, not an object | undefined']],
    [
      { ppas: ['ppa:deadsnakes/ppa'] },
      ['wrong-type apt.ppas[0]: apt.ppas[0] must be { ppa, key }: what a PPA is signed with has to be said, not a string | undefined'],
    ],
    [
      { ppas: [{ ppa: 'deadsnakes', key: { file: 'x' } }] },
      ['bad-ppa apt.ppas[0].ppa: "deadsnakes" is no archive of Launchpad | write owner and name: \'deadsnakes/ppa\''],
    ],
    [{ debs: [`${uri}/tool.deb`] }, ['wrong-type apt.debs[0]: apt.debs[0] must be { url, sha256 }, not a string | undefined']],
    [{ debs: [{ url: `${uri}/tool.deb` }] }, ['missing-field apt.debs[0]: apt.debs[0] has no "sha256" | write { sha256: … }']],
    [
      { modules: ['nodejs:20'] },
      ['unknown-field apt.modules: unknown field "modules" | the fields are packages, build, recommends, repositories, ppas, debs'],
    ],
  ])('refuses %j', (apt, expected) => {
    expect(faultsOf({ apt })).toEqual(expected);
  });
});

describe('the others', () => {
  const rpm = { uri, key: { file: 'example.asc' } };
  const fingerprint = '0123456789ABCDEF0123456789ABCDEF01234567';

  test.each([
    [
      {
        apk: {
          repositories: [
            { uri, tag: 'edge' },
            { uri, key: { file: 'a@b.rsa.pub' } },
          ],
        },
      },
    ],
    [{ dnf: { packages: ['nodejs'], epel: true, modules: ['nodejs:20'], repositories: [rpm, { ...rpm, name: 'x', key: { url: uri, sha256 } }] } }],
    [{ zypper: { repositories: [rpm] } }],
    [
      {
        pacman: {
          repositories: [
            { name: 'example', uri },
            { name: 'other', uri, key: { file: 'example.asc', fingerprint } },
          ],
        },
      },
    ],
  ])('take %j', (fields) => {
    expect(faultsOf(fields)).toEqual([]);
  });

  test.each([
    [{ apk: { repositories: [{ uri, tag: '@edge' }] } }, 'bad-name apk.repositories[0].tag: "@edge" cannot be the name of a tag | leave out the "@"'],
    [{ dnf: { repositories: [{ uri }] } }, 'missing-field dnf.repositories[0]: dnf.repositories[0] has no "key" | write { key: … }'],
    [
      { dnf: { packages: ['nodejs'], modules: ['nodejs'] } },
      'bad-module dnf.modules[0]: "nodejs" is no stream of a module | write module and stream: \'nodejs:20\'',
    ],
    [{ dnf: { packages: ['x'], epel: 'yes' } }, 'wrong-type dnf.epel: dnf.epel must be true or false, not a string | undefined'],
    [
      { zypper: { repositories: [{ ...rpm, name: 'a/b' }] } },
      'bad-name zypper.repositories[0].name: "a/b" cannot be the name of a repository | write letters, digits, ".", "_" and "-", and a letter or digit first',
    ],
    [{ pacman: { repositories: [{ uri }] } }, 'missing-field pacman.repositories[0]: pacman.repositories[0] has no "name" | write { name: … }'],
    [
      { pacman: { repositories: [{ name: 'x', uri, key: { file: 'x.asc' } }] } },
      'missing-field pacman.repositories[0].key: pacman.repositories[0].key has no "fingerprint" | write { fingerprint: … }',
    ],
    [
      { pacman: { repositories: [{ name: 'x', uri, key: { file: 'x.asc', fingerprint: 'abc' } }] } },
      'bad-fingerprint pacman.repositories[0].key.fingerprint: "abc" is no fingerprint | write its 40 hexadecimal digits, in capitals, without blanks: \'gpg --show-keys\' prints them',
    ],
  ])('refuse %j', (fields, expected) => {
    expect(faultsOf(fields)).toEqual([expected]);
  });
});

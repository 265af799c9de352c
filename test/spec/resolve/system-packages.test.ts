import { expect, test } from 'vitest';
import type { Located } from '../../../src/origin.js';
import { resolveSystemPackages } from '../../../src/spec/resolve/system-packages.js';
import type { PartialStage } from '../../../src/spec/types.js';
import { override } from '../../../src/spec/values.js';

const sha256 = '0123456789abcdef'.repeat(4);
const uri = 'https://packages.example.org/debian';

function part(value: PartialStage, ...path: readonly string[]): Located<PartialStage> {
  return { value, origin: { path } };
}

test('brings repositories, PPAs and downloads to one form, each with its origin', () => {
  const apt = {
    repositories: [{ uri, suites: 'bookworm', components: ['main', 'main'], key: { file: 'keys/example.gpg' } }],
    ppas: [{ ppa: 'ppa:deadsnakes/ppa', key: '/usr/share/keyrings/deadsnakes.gpg' as const }],
    debs: [{ url: `${uri}/tool.deb`, sha256 }],
  };
  expect(resolveSystemPackages([part({ apt })])).toEqual([
    {
      manager: 'apt',
      packages: [],
      build: [],
      recommends: false,
      repositories: [
        {
          uri,
          suites: ['bookworm'],
          components: ['main'],
          architectures: [],
          key: {
            kind: 'file',
            source: { file: 'keys/example.gpg' },
            armored: false,
            origin: { path: ['apt', 'repositories', 0, 'key'] },
          },
          origin: { path: ['apt', 'repositories', 0] },
        },
      ],
      ppas: [
        {
          owner: 'deadsnakes',
          archive: 'ppa',
          key: { kind: 'keyring', path: '/usr/share/keyrings/deadsnakes.gpg', origin: { path: ['apt', 'ppas', 0, 'key'] } },
          origin: { path: ['apt', 'ppas', 0] },
        },
      ],
      debs: [{ url: `${uri}/tool.deb`, sha256, origin: { path: ['apt', 'debs', 0] } }],
      modules: [],
      origin: { path: ['apt'] },
    },
  ]);
});

test.each([
  ['https://packages.example.org/key.asc', undefined, true],
  ['https://packages.example.org/gpg', undefined, true],
  ['https://packages.example.org/pks/lookup?search=key.gpg', undefined, true],
  ['https://packages.example.org/KEY.GPG?v=1', undefined, false],
  ['https://packages.example.org/keyring.kbx', undefined, false],
  ['https://packages.example.org/apt-key.gpg', true, true],
  ['https://packages.example.org/binary', false, false],
])('takes %s, said to be armored: %s, for text: %s', (url, armored, expected) => {
  const key = { url, sha256, ...(armored === undefined ? {} : { armored }) };
  const [request] = resolveSystemPackages([part({ apt: { repositories: [{ uri, suites: './', key }] } })]);
  expect(request?.repositories[0]?.key).toMatchObject({ armored: expected });
});

test('joins what several parts ask for, equal repositories once, until one replaces it', () => {
  const first = { uri, tag: 'edge' };
  const second = { uri, tag: 'testing' };
  const tags = (...lists: readonly NonNullable<PartialStage['apk']>[]) =>
    resolveSystemPackages(lists.map((apk, index) => part({ apk }, 'presets', String(index)))).flatMap(({ repositories }) =>
      repositories.map(({ tag }) => tag),
    );
  expect(tags({ repositories: [first] }, { repositories: [second, first] })).toEqual(['edge', 'testing']);
  expect(tags({ repositories: [first] }, { repositories: override([second]) })).toEqual(['testing']);
});

test('keeps what only dnf has', () => {
  const [request] = resolveSystemPackages([part({ dnf: { packages: ['nodejs'], modules: ['nodejs:20'], epel: true } })]);
  expect([request?.modules, request?.epel]).toEqual([[{ value: 'nodejs:20', origin: { path: ['dnf', 'modules', 0] } }], { path: ['dnf', 'epel'] }]);
  expect(resolveSystemPackages([part({ dnf: { packages: ['nodejs'], epel: false } })])[0]).not.toHaveProperty('epel');
});

test('is a request where a module or EPEL is named, so that it is not lost', () => {
  expect(resolveSystemPackages([part({ dnf: { modules: ['nodejs:20'] } })])).toMatchObject([{ manager: 'dnf', packages: [] }]);
  expect(resolveSystemPackages([part({ dnf: { epel: true } })])).toMatchObject([{ manager: 'dnf', packages: [] }]);
});

test('is no request where nothing is asked for, whatever is said of how', () => {
  expect(resolveSystemPackages([part({ dnf: { recommends: true, epel: false, modules: [] }, apk: [] })])).toEqual([]);
});

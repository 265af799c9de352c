import { describe, expect, test } from 'vitest';
import { createReport, type Diagnostic } from '../../../src/diagnostics.js';
import { resolve } from '../../../src/spec/resolve.js';
import type { ImageDefinition } from '../../../src/spec/types.js';

/** Every field that takes a path of the context, with the place that its fault has. */
const FIELDS: readonly (readonly [name: string, place: readonly (string | number)[], fields: (path: string) => object])[] = [
  ['copy', ['copy', 0], (from) => ({ copy: [{ from, to: '/x/' }] })],
  ['requirements', ['pip', 'requirements'], (requirements) => ({ pip: { requirements } })],
  ['constraints', ['pip', 'constraints', 0], (path) => ({ pip: { packages: ['numpy'], constraints: [path] } })],
  ['findLinks', ['pip', 'findLinks', 0], (path) => ({ pip: { packages: ['numpy'], findLinks: [path] } })],
  [
    'key',
    ['apt', 'repositories', 0, 'key', 'file'],
    (file) => ({ apt: { repositories: [{ uri: 'https://packages.example.org/', suites: './', key: { file } }] } }),
  ],
  ['uses', ['run', 0, 'uses', 0], (path) => ({ run: [{ script: 'make', uses: [path] }] })],
  ['bind', ['run', 0, 'mounts', 0], (source) => ({ run: [{ script: 'make', mounts: [{ kind: 'bind', target: '/x', source }] }] })],
];

function faultsOf(fields: object): readonly Diagnostic[] {
  const report = createReport();
  resolve({ base: 'debian:12', ...fields } as ImageDefinition, {}, report);
  return report.diagnostics;
}

const LEAVES = 'leaves the build context';
const ABSOLUTE = 'is absolute; sources are paths below the build context';
const HINT = 'name a file or folder below the folder of image.ts; move or link it there first';

const outside: readonly (readonly [path: string, reason: string])[] = [
  ['..', LEAVES],
  ['../', LEAVES],
  ['../x', LEAVES],
  ['../../x', LEAVES],
  ['./../x', LEAVES],
  ['.//../x', LEAVES],
  ['a/../..', LEAVES],
  ['a/../../x', LEAVES],
  ['a/b/../../../x', LEAVES],
  ['a/./../../x', LEAVES],
  ['a/../../a/x', LEAVES],
  ['..\\x', LEAVES],
  ['a\\..\\..\\x', LEAVES],
  ['/', ABSOLUTE],
  ['/etc/passwd', ABSOLUTE],
  ['//host/share', ABSOLUTE],
  ['/a/../b', ABSOLUTE],
  ['C:\\x', ABSOLUTE],
  ['c:/x', ABSOLUTE],
];

describe.each(FIELDS)('%s', (_, path, fields) => {
  test.each(outside)('refuses %j', (text, reason) => {
    const message = `${JSON.stringify(text)} ${reason}`;
    expect(faultsOf(fields(text))).toEqual([{ code: 'outside-context', severity: 'error', origin: { path }, message, hint: HINT }]);
  });

  test.each(['.', './', 'x', './x', 'a/b', 'a/../x', 'a/b/../../x', '~', '~/x', '..x', 'x..', 'a/...', '%2e%2e/x', '..%2fx'])('takes %j', (text) => {
    expect(faultsOf(fields(text))).toEqual([]);
  });
});

describe('exclude', () => {
  const faults = (pattern: string) => faultsOf({ copy: [{ from: 'src', to: '/x/', exclude: [pattern] }] });
  const leaves = 'leaves the source of the copy';
  const absolute = 'is absolute; what is left out is below the source';

  test.each<readonly [pattern: string, reason: string]>([
    ...outside.map(([path, reason]) => [path, reason === LEAVES ? leaves : absolute] as const),
    ['!../x', leaves],
    ['a/../../*.tmp', leaves],
  ])('refuses %j', (text, reason) => {
    const [message, hint] = [`${JSON.stringify(text)} ${reason}`, "write a pattern of what is below the source: '**/*.tmp'"];
    expect(faults(text)).toEqual([{ code: 'outside-context', severity: 'error', origin: { path: ['copy', 0, 'exclude', 0] }, message, hint }]);
  });

  test.each(['*.tmp', '**/*.tmp', './x', 'a/../x', '..x', '~/x', '%2e%2e/x', '!keep.tmp'])('takes %j', (text) => {
    expect(faults(text)).toEqual([]);
  });
});

/** schema.json and the schema that definitions are checked with agree: on what is taken, and on what is refused for its shape. */

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv } from 'ajv';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createReport } from '../src/diagnostics.js';
import { defineImage } from '../src/index.js';
import { layersOf } from '../src/spec/layers.js';
import type { ImageDefinition } from '../src/spec/types.js';
import { validate } from '../src/spec/validate.js';
import { evaluated } from './support/docs/evaluated.js';
import { shownExamples } from './support/docs/pages.js';
import { instructionCases } from './support/instruction-cases.js';
import { jsonSchema } from './support/json-schema.js';
import { examples, repository } from './support/project.js';
import { realInstalls } from './support/real-installs.js';

const accepts = new Ajv({ strict: true, allowUnionTypes: true, strictTypes: false, strictRequired: false }).compile(jsonSchema());

/** Faults of what something is, and of what it is called; others are of what a text says. */
const OF_SHAPE: readonly string[] = [
  'unknown-field',
  'missing-field',
  'wrong-type',
  'unknown-value',
  'steps-beside-fields',
  'empty-command',
  'unknown-epoch',
  'unknown-rule',
  'bad-number',
];

function faultsOf(value: unknown): readonly string[] {
  const report = createReport();
  for (const layer of layersOf(value as ImageDefinition)) validate(layer, report);
  return report.diagnostics.filter(({ severity }) => severity === 'error').map(({ code }) => code);
}

const asJson = (value: unknown): unknown => JSON.parse(JSON.stringify(value)) as unknown;

const fromExamples = examples.map((name): readonly [string, unknown] => {
  const text = readFileSync(join(repository, 'examples', name, 'image.ts'), 'utf8');
  return [name, evaluated(text.slice(text.indexOf('defineImage(')).replace(/;\s*$/, ''))];
});

const corpus: readonly (readonly [string, unknown])[] = [
  ...fromExamples,
  ...instructionCases.map(({ row, definition }) => [row, definition] as const),
  ...realInstalls.flatMap(({ proof, what }) => (proof.kind === 'check' ? [[what, proof.definition] as const] : [])),
  ...shownExamples().map((fields) => [fields, evaluated(`{ ${fields} }`)] as const),
];

describe('takes what imagewright takes', () => {
  it.each(corpus)('%s', (_, definition) => {
    const json = asJson(definition);
    expect(faultsOf(json)).toEqual([]);
    accepts(json);
    expect(accepts.errors).toBe(null);
  });

  it.each([
    ['$schema', { $schema: './schema.json', base: 'scratch' }],
    ['a list', [{ base: 'scratch' }, { $schema: './schema.json', base: 'scratch' }]],
    ['a record', { $schema: './schema.json', web: { base: 'scratch' }, worker: { presets: [] } }],
    ['a record with an image named base', { base: { base: 'scratch' }, tools: { base: 'scratch' } }],
    ['another definition as the base', { $schema: './schema.json', base: { name: 'tools', base: 'scratch' } }],
    ['parts', { presets: [{ base: 'scratch', presets: [{ apt: ['git'] }] }] }],
  ])('%s', (_, file) => {
    accepts(file);
    expect(accepts.errors).toBe(null);
  });
});

it('takes the example of docs/image-json.md', () => {
  const [, example = ''] = /```json\n([^]*?)```/.exec(readFileSync(join(repository, 'docs/image-json.md'), 'utf8')) ?? [];
  const { $schema, ...definition } = JSON.parse(example) as Record<string, unknown>;
  expect([$schema, faultsOf(definition)]).toEqual(['./node_modules/imagewright/schema.json', []]);
  accepts({ $schema, ...definition });
  expect(accepts.errors).toBe(null);
});

describe('refuses what imagewright refuses for its shape', () => {
  const mistakes: readonly (readonly [string, object])[] = [
    ['a mistyped field', { aptt: ['git'] }],
    ['a field of another tool', { from: 'debian:12' }],
    ['a name that is a number', { name: 5 }],
    ['a version that is a number', { version: 0.1 }],
    ['one tag alone', { tags: 'stable' }],
    ['a tag that is a number', { tags: [1] }],
    ['an unknown policy', { layers: 'few' }],
    ['an unknown epoch', { epoch: 2 }],
    ['an unknown rule', { lint: { 'copied-secrets': 'off' } }],
    ['an unknown level', { lint: { 'copied-secret': 'info' } }],
    ['one platform alone', { platforms: 'linux/amd64' }],
    ['a context that is false', { contexts: { data: false } }],
    ['a context with a digest', { contexts: { data: { image: 'debian:12', digest: 'x' } } }],
    ['an unknown escape', { dockerfile: { escape: '/' } }],
    ['a mistyped option of the Dockerfile', { dockerfile: { syntax: '1' } }],
    ['a base that is a list', { base: ['debian:12'] }],
    ['a base of a mistyped stage', { base: { stagee: 'build' } }],
    ['an image without its name', { base: { distro: 'debian' } }],
    ['an unknown scope', { args: { A: { scope: 'build' } } }],
    ['an argument that is true', { args: { A: true } }],
    ['a variable that is null', { env: { A: null } }],
    ['a variable that is a list', { env: { PATH: ['/opt/bin'] } }],
    ['an expansion without its text', { env: { A: { kind: 'expand' } } }],
    ['a shell that is no list', { shell: 'bash -c' }],
    ['an empty shell', { shell: [] }],
    ['packages in one text', { apt: 'git curl' }],
    ['a package that is a number', { apt: [7] }],
    ['a mistyped option of packages', { apt: { package: ['git'] } }],
    ['a repository without a key', { apt: { repositories: [{ uri: 'https://example.org', suites: 'a', components: 'main' }] } }],
    ['a key without a checksum', { apt: { ppas: [{ ppa: 'a/b', key: { url: 'https://example.org/key' } }] } }],
    ['repositories of another manager', { apk: { ppas: [] } }],
    ['epel that is a text', { dnf: { epel: 'yes' } }],
    ['an unknown installer', { pip: { installer: 'conda' } }],
    ['a venv that is true', { pip: { venv: true } }],
    ['uv that is false', { uv: false }],
    ['an unknown tool of conda', { conda: { tool: 'anaconda' } }],
    ['an unknown manager of Node.js', { npm: { manager: 'deno' } }],
    ['Bioconductor without a version', { r: { bioconductor: { packages: ['x'] } } }],
    ['a toolchain that is a list', { cargo: { toolchain: ['rust:1'] } }],
    ['a user that is true', { user: true }],
    ['a uid with a fraction', { user: { name: 'app', uid: 1.5 } }],
    ['a negative uid', { user: { name: 'app', uid: -1 } }],
    ['a copy without a destination', { copy: [{ from: 'src' }] }],
    ['a copy to a list', { copy: { src: ['/app', '/srv'] } }],
    ['a copy with a mistyped owner', { copy: [{ from: 'a', to: '/a', chwon: 'app' }] }],
    ['a download and a repository in one', { add: [{ url: 'https://a.org/b', git: 'https://a.org/c.git', to: '/' }] }],
    ['a file without its content', { files: { '/etc/motd': { chmod: '644' } } }],
    ['a script by itself', { run: 'make' }],
    ['a mount of an unknown kind', { run: [{ script: 'make', mounts: [{ kind: 'volume', target: '/x' }] }] }],
    ['a cache without a folder', { run: [{ script: 'make', mounts: [{ kind: 'cache' }] }] }],
    ['an unknown network', { run: [{ script: 'make', network: 'bridge' }] }],
    ['a step of an unknown kind', { steps: [{ kind: 'cpoy', from: 'a', to: '/a' }] }],
    ['a step without a kind', { steps: [{ from: 'a', to: '/a' }] }],
    ['steps beside a copy', { steps: [], copy: { a: '/a' } }],
    ['a port that is true', { expose: [true] }],
    ['a health check that is true', { healthcheck: true }],
    ['a health check without a command', { healthcheck: { interval: '1m' } }],
    ['no try at all', { healthcheck: { cmd: 'true', retries: 0 } }],
    ['a label that is true', { labels: { a: true } }],
    ['labels of OCI that are a text', { labels: { oci: 'yes' } }],
    ['a Dockerfile in one text', { raw: 'USER app' }],
    ['a volume and a folder in one', { container: { mounts: [{ host: 'a', volume: 'b', to: '/c' }] } }],
    ['a container with a command line', { container: { command: 'make all' } }],
    ['a preset by its name', { presets: ['pythonSnakemake'] }],
    ['a mistake in a part', { presets: [{ aptt: ['git'] }] }],
    ['a mistake in a stage', { stages: { build: { base: 'scratch', aptt: ['git'] } } }],
    ['a name in a stage', { stages: { build: { base: 'scratch', name: 'x' } } }],
    ['a replacement in the wrong place', { cmd: { kind: 'override', value: ['make'] } }],
    ['a mistake in a replacement', { apt: { kind: 'override', value: [1] } }],
    ['a replacement that is a text', { conda: { kind: 'override', value: 'environment.yml' } }],
  ];

  it.each(mistakes)('%s', (_, fields) => {
    const definition = { base: 'scratch', ...fields };
    expect(faultsOf(definition).filter((code) => !OF_SHAPE.includes(code))).toEqual([]);
    expect(faultsOf(definition)).not.toEqual([]);
    expect(accepts(definition)).toBe(false);
    expect(accepts([definition])).toBe(false);
    expect(accepts({ web: definition })).toBe(false);
  });
});

type Change = (value: unknown) => unknown;

/** A value in the place of another, a field more, or one less. */
const changes: fc.Arbitrary<Change> = fc.oneof(
  fc
    .constantFrom<unknown>(null, true, 7, -1, 1.5, 'x', [], ['x'], {}, [[]], { kind: 'expand', text: 'x' }, { kind: 'override', value: ['x'] })
    .map((value) => () => value),
  fc.constantFrom('aptt', 'kind', 'stage', 'packages', '$schema').map(
    (key): Change =>
      (value) =>
        isRecord(value) ? { ...value, [key]: 'x' } : value,
  ),
  fc.nat().map(
    (at): Change =>
      (value) =>
        isRecord(value) ? Object.fromEntries(Object.entries(value).filter((_, index, all) => index !== at % all.length)) : value,
  ),
);

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null && !Array.isArray(value);

/** The value with something in it changed: `way` leads there, one turn at each fork. */
function changed(value: unknown, way: readonly number[], change: Change): unknown {
  const [turn, ...rest] = way;
  if (turn === undefined || typeof value !== 'object' || value === null) return change(value);
  if (Array.isArray(value))
    return value.length === 0 ? change(value) : value.map((item, index) => (index === turn % value.length ? changed(item, rest, change) : item));
  const entries = Object.entries(value);
  if (entries.length === 0) return change(value);
  return Object.fromEntries(entries.map(([key, item], index) => [key, index === turn % entries.length ? changed(item, rest, change) : item]));
}

it('agrees with imagewright on whatever a definition is changed to', () => {
  const definitions = corpus.map(([, definition]) => asJson(defineImage({ base: 'scratch', ...(definition as object) } as never)));
  const changedOne = fc.tuple(fc.constantFrom(...definitions), fc.array(fc.nat(), { minLength: 1, maxLength: 6 }), changes);
  const seen = { taken: 0, refused: 0 };
  fc.assert(
    fc.property(changedOne, ([definition, way, change]) => {
      const one = changed(definition, way, change);
      const faults = faultsOf(one);
      // In a list, so that nothing is a record of definitions.
      const isTaken = accepts([one]);
      if (faults.length === 0) expect(accepts.errors).toBe(null);
      if (faults.some((code) => OF_SHAPE.includes(code))) expect({ one, isTaken }).toEqual({ one, isTaken: false });
      seen[isTaken ? 'taken' : 'refused'] += 1;
    }),
    { numRuns: 2000, seed: 3 },
  );
  expect(Math.min(seen.taken, seen.refused)).toBeGreaterThan(200);
});

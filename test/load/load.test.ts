import { chmodSync, mkdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { findDefinitionFile } from '../../src/load/load.js';
import { loadInFreshProcess, makeLoaderPackage, temporaryFolder, writeFiles } from './loader-package.js';

let root: string;
beforeAll(async () => {
  root = await makeLoaderPackage();
});

interface Project {
  readonly files: Readonly<Record<string, string>>;
  readonly loader?: 'auto' | 'jiti';
}

/** What loading the first of the files gave. */
async function load({ files, loader = 'auto' }: Project): Promise<unknown> {
  const folder = temporaryFolder();
  writeFiles(folder, files);
  const [result] = await loadInFreshProcess({ root, file: join(folder, Object.keys(files)[0] ?? ''), loader });
  return result;
}

const image = (text: string) => ({ 'image.ts': text });
const exampleHint = "write: export default defineImage({ base: 'debian:bookworm-slim' })";

describe('the definition file of a folder', () => {
  const names = ['image.json', 'image.cjs', 'image.mjs', 'image.js', 'image.cts', 'image.mts', 'image.ts'];

  test('is image.ts, or the first of the others', () => {
    const folder = temporaryFolder();
    const found = names.map((name) => {
      writeFiles(folder, { [name]: '' });
      return basename(findDefinitionFile(folder) ?? '');
    });
    expect(found).toEqual(names);
  });

  test('is none where there is only a folder of that name', () => {
    const folder = temporaryFolder();
    mkdirSync(join(folder, 'image.ts'));
    expect(findDefinitionFile(folder)).toBe(undefined);
  });
});

describe('what may be exported', () => {
  const one = (path: readonly (string | number)[], definition: unknown, branded = false) => ({ path, definition, branded });

  test('a record of definitions, one of which is called base and builds on another', async () => {
    const files = image(`const base = { base: 'debian' };\nexport default { base, web: { base, apt: ['git'] } };\n`);
    expect(await load({ files })).toEqual({
      by: 'emit',
      definitions: [
        { key: 'base', ...one(['base'], { base: 'debian' }) },
        { key: 'web', ...one(['web'], { base: { base: 'debian' }, apt: ['git'] }) },
      ],
      inputs: ['image.ts'],
    });
  });

  test('one definition that builds on another', async () => {
    const files = image(`import { defineImage } from 'imagewright';\nexport default defineImage({ base: defineImage({ base: 'debian' }) });\n`);
    expect(await load({ files })).toEqual({ by: 'emit', definitions: [one([], { base: { base: 'debian' } }, true)], inputs: ['image.ts'] });
  });

  test('a list of definitions, from a function', async () => {
    const files = image(`export default async ({ args }) => [{ base: 'debian', args }, { base: 'ubuntu' }];\n`);
    expect(await load({ files })).toEqual({
      by: 'emit',
      definitions: [one([0], { base: 'debian', args: ['fast=yes'] }), one([1], { base: 'ubuntu' })],
      inputs: ['image.ts'],
    });
  });

  test('a promise', async () => {
    const files = image(`export default Promise.resolve({ base: 'debian' });\n`);
    expect(await load({ files })).toEqual({ by: 'emit', definitions: [one([], { base: 'debian' })], inputs: ['image.ts'] });
  });

  test('an object with a mistake is a definition: the schema tells what is wrong', async () => {
    const files = image(`export default { bsae: 'debian', stages: { build: { base: 'debian' } } };\n`);
    const definition = { bsae: 'debian', stages: { build: { base: 'debian' } } };
    expect(await load({ files })).toEqual({ by: 'emit', definitions: [one([], definition)], inputs: ['image.ts'] });
  });

  test('JSON, of which $schema is dropped', async () => {
    const files = { 'image.json': `\uFEFF{ "$schema": "https://example.org/schema.json", "base": "debian" }` };
    expect(await load({ files })).toEqual({ by: 'json', definitions: [one([], { base: 'debian' })], inputs: ['image.json'] });
  });

  test('JSON with several', async () => {
    const files = { 'image.json': `{ "$schema": "x", "web": { "base": "debian" }, "api": { "base": "ubuntu" } }` };
    const definitions = [
      { key: 'web', ...one(['web'], { base: 'debian' }) },
      { key: 'api', ...one(['api'], { base: 'ubuntu' }) },
    ];
    expect(await load({ files })).toEqual({ by: 'json', definitions, inputs: ['image.json'] });
  });
});

interface Failure {
  readonly title: string;
  readonly files: Readonly<Record<string, string>>;
  readonly error: Readonly<Record<string, unknown>>;
}

const failures: readonly Failure[] = [
  {
    title: 'exports nothing',
    files: image(`const image = { base: 'debian' };\n`),
    error: { code: 'no-default-export', message: 'image.ts exports nothing', hint: exampleHint, file: 'image.ts' },
  },
  {
    title: 'exports something, but nothing as default',
    files: image(`export const words = { base: 'debian' };\nexport const pages = words;\n`),
    error: { code: 'no-default-export', message: 'image.ts has no default export, only "pages", "words"', hint: exampleHint, file: 'image.ts' },
  },
  {
    title: 'exports a number',
    files: image(`export default 42;\n`),
    error: { code: 'wrong-default-export', message: 'the default export is a number (42), not a definition', hint: exampleHint, file: 'image.ts' },
  },
  {
    title: 'exports a string',
    files: image(`export default 'debian';\n`),
    error: {
      code: 'wrong-default-export',
      message: 'the default export is a string ("debian"), not a definition',
      hint: exampleHint,
      file: 'image.ts',
    },
  },
  {
    title: 'exports an empty list',
    files: image(`export default [];\n`),
    error: { code: 'wrong-default-export', message: 'the default export is an empty list', hint: exampleHint, file: 'image.ts' },
  },
  {
    title: 'exports a list with a string in it',
    files: image(`export default [{ base: 'debian' }, 'ubuntu'];\n`),
    error: {
      code: 'wrong-default-export',
      message: 'item 1 of the default export is a string ("ubuntu"), not a definition',
      hint: exampleHint,
      file: 'image.ts',
    },
  },
  {
    title: 'exports a record with a function in it',
    files: image(`export default { web: { base: 'debian' }, api: () => ({ base: 'ubuntu' }) };\n`),
    error: {
      code: 'wrong-default-export',
      message: '"api" of the default export is a function, not a definition',
      hint: exampleHint,
      file: 'image.ts',
    },
  },
  {
    title: 'exports a function that returns nothing',
    files: image(`export default () => { ({ base: 'debian' }); };\n`),
    error: {
      code: 'wrong-default-export',
      message: 'the function that is the default export returned undefined, not a definition',
      hint: 'return defineImage({ … }) from it',
      file: 'image.ts',
    },
  },
  {
    title: 'throws',
    files: image(
      `interface Words { readonly list: string[] }\n\nconst words: Words | undefined = undefined;\nexport default { base: 'debian', apt: (words as unknown as Words).list };\n`,
    ),
    error: {
      code: 'definition-throws',
      message: "image.ts throws TypeError: Cannot read properties of undefined (reading 'list')",
      file: 'image.ts',
      line: 4,
      column: 67,
    },
  },
  {
    title: 'imports a file that throws',
    files: {
      'image.ts': `import { tools } from './tools';\nexport default { base: 'debian', apt: tools() };\n`,
      'tools.ts': `type Tools = string[];\n\nexport function tools(): Tools {\n  const none: Tools = []; throw new RangeError('no tools');\n}\n`,
    },
    error: { code: 'definition-throws', message: 'image.ts throws RangeError: no tools', file: 'tools.ts', line: 4, column: 33 },
  },
  {
    title: 'exports a function that throws',
    files: image(
      `type Mode = { mode: string };\nexport default ({ mode }: Mode) => {\n  const m: string = mode; throw new Error('no mode ' + m);\n};\n`,
    ),
    error: { code: 'definition-throws', message: 'image.ts throws Error: no mode generate', file: 'image.ts', line: 3, column: 33 },
  },
  {
    title: 'exports a promise that is rejected',
    files: image(
      `type Nothing = never;\nconst load = async (): Promise<Nothing> => {\n  throw new Error('no network');\n};\nexport default load();\n`,
    ),
    error: { code: 'definition-throws', message: 'image.ts throws Error: no network', file: 'image.ts', line: 3, column: 9 },
  },
  {
    title: 'throws what is no error',
    files: image(`if (process.env) throw 'words';\nexport default {};\n`),
    error: { code: 'definition-throws', message: 'image.ts throws "words"', file: 'image.ts' },
  },
  {
    title: 'imports a file that is not there',
    files: image(
      `import { readFileSync } from 'node:fs';\nimport { tools } from './shared/tools';\nexport default { base: 'debian', apt: tools(readFileSync) };\n`,
    ),
    error: {
      code: 'import-not-found',
      message: '"./shared/tools" cannot be found',
      hint: 'name a file that exists, from the folder of the file that imports it',
      file: 'image.ts',
      line: 2,
      column: 23,
    },
  },
  {
    title: 'imports a package that is not installed',
    files: image(`import { tools } from '@words/tools/list';\nexport default { base: 'debian', apt: tools };\n`),
    error: {
      code: 'import-not-found',
      message: '"@words/tools/list" cannot be found',
      hint: 'install it in this project: npm install -D @words/tools',
      file: 'image.ts',
      line: 1,
      column: 23,
    },
  },
];

const syntaxFailures: readonly Failure[] = [
  {
    title: 'TypeScript',
    files: image(`// wörter 日本\nexport default {\n  base: 'debian', /* 日 */ apt: [ } ,\n};\n`),
    error: { code: 'definition-syntax', message: 'syntax error: Unexpected token', file: 'image.ts', line: 3, column: 34 },
  },
  {
    title: 'a file that is imported',
    files: { 'image.ts': `import './tools.js';\nexport default { base: 'debian' };\n`, 'tools.ts': `\n\nexport const = 1;\n` },
    error: { code: 'definition-syntax', message: 'syntax error: Unexpected token', file: 'tools.ts', line: 3, column: 14 },
  },
  {
    title: 'JSON with a comma too many',
    files: { 'image.json': `{\n  "base": "debian",\n}\n` },
    error: { code: 'definition-syntax', message: 'syntax error: expected a key in double quotes', file: 'image.json', line: 3, column: 1 },
  },
  {
    title: 'JSON with a comma too few',
    files: { 'image.json': `{ "apt": ["git" "nano"] }` },
    error: { code: 'definition-syntax', message: 'syntax error: expected "," or "]"', file: 'image.json', line: 1, column: 17 },
  },
  {
    title: 'JSON with an open string',
    files: { 'image.json': `{ "base": "debian }\n` },
    error: { code: 'definition-syntax', message: 'syntax error: expected a complete string', file: 'image.json', line: 1, column: 11 },
  },
  {
    title: 'JSON that is empty',
    files: { 'image.json': `` },
    error: { code: 'definition-syntax', message: 'syntax error: expected a value', file: 'image.json', line: 1, column: 1 },
  },
  {
    title: 'JSON that goes on',
    files: { 'image.json': `{ "base": -1.5e3 }\n}` },
    error: { code: 'definition-syntax', message: 'syntax error: expected the end of the file', file: 'image.json', line: 2, column: 1 },
  },
  {
    title: 'JSON that says a key twice, however it is written',
    files: { 'image.json': `{ "base": "debian", "env": { "base": "1" },\n  "b\\u0061se": "ubuntu" }` },
    error: {
      code: 'definition-syntax',
      message: 'the key "base" is there twice',
      hint: 'leave one of them out',
      file: 'image.json',
      line: 2,
      column: 3,
    },
  },
];

describe('a definition file is refused, with the place in the user’s file, when it', () => {
  test('is not there', async () => {
    const [result] = await loadInFreshProcess({ root, file: join(temporaryFolder(), 'image.ts') });
    expect(result).toEqual({
      code: 'no-definition-file',
      message: 'there is no image.ts',
      hint: 'write one with "imagewright init", or name the file: imagewright VERB path/to/image.ts',
      file: 'image.ts',
    });
  });

  test.for(failures)('$title', async ({ files, error }) => {
    expect(await load({ files })).toEqual(error);
    expect(await load({ files, loader: 'jiti' })).toEqual(error);
  });

  test('exports undefined', async () => {
    const message = 'the default export is undefined, not a definition';
    const error = { code: 'wrong-default-export', message, hint: exampleHint, file: 'image.ts' };
    expect(await load({ files: image(`export default undefined;\n`) })).toEqual(error);
  });

  test.for([
    ['"debian"', 'the value of the file is a string ("debian"), not a definition'],
    ['[]', 'the value of the file is an empty list'],
    ['[{ "base": "debian" }, 1]', 'item 1 of the value of the file is a number (1), not a definition'],
    ['{ "web": { "base": "debian" }, "api": true }', '"api" of the value of the file is a boolean (true), not a definition'],
  ])('is JSON that holds no definition: %s', async ([json, message]) => {
    const hint = 'write: { "base": "debian:bookworm-slim" }';
    expect(await load({ files: { 'image.json': json! } })).toEqual({ code: 'wrong-default-export', message, hint, file: 'image.json' });
  });

  test.for(syntaxFailures)('has a syntax error: $title', async ({ files, error }) => {
    expect(await load({ files })).toEqual(error);
  });

  test('has a syntax error in a file that only running it finds', async () => {
    const files = {
      'image.ts': 'const size = "small";\nexport default (await import(`./${size}.ts`)).default;\n',
      'small.ts': `export default {\n  base: [ },\n};\n`,
    };
    expect(await load({ files })).toEqual({
      code: 'definition-syntax',
      message: 'syntax error: Unexpected token',
      file: 'small.ts',
      line: 2,
      column: 11,
    });
  });

  test('throws, in every run of a process, and runs but once each time', async () => {
    const files = image(`globalThis.runs = (globalThis.runs ?? 0) + 1;\nexport default () => { throw new Error('run ' + globalThis.runs); };\n`);
    const folder = temporaryFolder();
    writeFiles(folder, files);
    const place = { code: 'definition-throws', file: 'image.ts', line: 2, column: 30 };
    const results = await loadInFreshProcess({ root, file: join(folder, 'image.ts'), times: 3 });
    expect(results).toEqual([1, 2, 3].map((run) => ({ ...place, message: `image.ts throws Error: run ${run}` })));
  });
});

describe('a process that heeds source maps', () => {
  test.for(['auto', 'jiti'] as const)('is told the same place (%s)', async (loader) => {
    const folder = temporaryFolder();
    writeFiles(
      folder,
      image(`type Mode = { mode: string };\nexport default ({ mode }: Mode) => {\n  const m: string = mode; throw new Error('no mode ' + m);\n};\n`),
    );
    const env = { NODE_OPTIONS: '--enable-source-maps' };
    const [result] = await loadInFreshProcess({ root, file: join(folder, 'image.ts'), loader, env });
    expect(result).toEqual({ code: 'definition-throws', message: 'image.ts throws Error: no mode generate', file: 'image.ts', line: 3, column: 33 });
  });
});

describe('where nothing can be written', () => {
  test.skipIf(process.getuid?.() === 0)('a file is loaded all the same', async () => {
    const folder = temporaryFolder();
    writeFiles(folder, image(`const base: string = 'debian';\nexport default { base };\n`));
    mkdirSync(join(folder, 'node_modules'));
    const closed = temporaryFolder();
    for (const path of [join(folder, 'node_modules'), closed]) chmodSync(path, 0o500);
    const env = { XDG_CACHE_HOME: closed, TMPDIR: closed };
    const [result] = await loadInFreshProcess({ root, file: join(folder, 'image.ts'), env });
    expect(result).toEqual({ by: 'jiti', definitions: [{ path: [], definition: { base: 'debian' }, branded: false }], inputs: ['image.ts'] });
  });

  test('a folder that is a file, and another’s folder, are passed over', async () => {
    const folder = temporaryFolder();
    writeFiles(folder, { ...image(`const base: string = 'debian';\nexport default { base };\n`), cache: 'a file', 'node_modules/.cache': 'a file' });
    const open = join(folder, 'imagewright');
    mkdirSync(open);
    chmodSync(open, 0o777);
    const [result] = await loadInFreshProcess({
      root,
      file: join(folder, 'image.ts'),
      env: { XDG_CACHE_HOME: join(folder, 'cache'), TMPDIR: folder },
    });
    expect(result).toEqual({ by: 'jiti', definitions: [{ path: [], definition: { base: 'debian' }, branded: false }], inputs: ['image.ts'] });
  });
});

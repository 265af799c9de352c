import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { loadInFreshProcess, makeLoaderPackage, temporaryFolder, writeFiles } from './loader-package.js';

interface Fixture {
  readonly title: string;
  readonly files: Readonly<Record<string, string>>;
  /** `jiti`: what the emitted JavaScript cannot do. */
  readonly by: 'emit' | 'jiti';
  readonly definition: Readonly<Record<string, unknown>>;
  readonly branded?: boolean;
  readonly entry?: string;
}

const esm = '{ "type": "module" }';

const fixtures: readonly Fixture[] = [
  {
    title: 'a plain file with types, satisfies and defineImage',
    files: {
      'image.ts': `import { defineImage, type CheckedDefinition } from 'imagewright';
import { spellings } from 'imagewright/presets';
interface Tools { readonly list: readonly string[] }
const tools: Tools = { list: ['git', 'nano'] };
const upper = <T extends string>(text: T) => text.toUpperCase() as Uppercase<T>;
export default defineImage({ base: 'debian:bookworm-slim', name: upper('words')!, apt: [...tools.list], presets: [spellings() as never] } satisfies object as never);
`,
    },
    by: 'emit',
    definition: { base: 'debian:bookworm-slim', name: 'WORDS', apt: ['git', 'nano'], presets: [{ apt: ['aspell'] }] },
    branded: true,
  },
  {
    title: 'a type imported without "type"',
    files: {
      'image.ts': `import { Tools, tools } from './tools.ts';\nconst list: Tools = tools;\nexport default { base: 'debian', apt: list };\n`,
      'tools.ts': `export type Tools = string[];\nexport const tools: Tools = ['git'];\n`,
    },
    by: 'emit',
    definition: { base: 'debian', apt: ['git'] },
  },
  {
    title: 'a type exported again without "type"',
    files: {
      'image.ts': `import { tools } from './all.ts';\nexport default { base: 'debian', apt: tools };\n`,
      'all.ts': `export { Tools, tools } from './tools.ts';\n`,
      'tools.ts': `export type Tools = string[];\nexport const tools: Tools = ['git'];\n`,
    },
    by: 'jiti',
    definition: { base: 'debian', apt: ['git'] },
  },
  {
    title: 'an enum',
    files: { 'image.ts': `enum Base { Debian = 'debian:bookworm', Alpine = 'alpine' }\nexport default { base: Base.Debian };\n` },
    by: 'emit',
    definition: { base: 'debian:bookworm' },
  },
  {
    title: 'a namespace',
    files: { 'image.ts': `namespace Tools { export const list = ['git']; }\nexport default { base: 'debian', apt: Tools.list };\n` },
    by: 'emit',
    definition: { base: 'debian', apt: ['git'] },
  },
  {
    title: 'a parameter property',
    files: {
      'image.ts': `class Tools { constructor(readonly list: string[]) {} }\nexport default { base: 'debian', apt: new Tools(['git']).list };\n`,
    },
    by: 'emit',
    definition: { base: 'debian', apt: ['git'] },
  },
  {
    title: 'tsconfig paths',
    files: {
      'tsconfig.json': `{ "compilerOptions": { "paths": { "@tools/*": ["./shared/*"] } } }`,
      'shared/words.ts': `export const tools: string[] = ['aspell'];\n`,
      'image.ts': `import { tools } from '@tools/words';\nexport default { base: 'debian', apt: tools };\n`,
    },
    by: 'jiti',
    definition: { base: 'debian', apt: ['aspell'] },
  },
  {
    title: 'a tsconfig that extends what is not installed',
    files: {
      'tsconfig.json': `{ "extends": "@words/tsconfig" }`,
      'image.ts': `import { basename } from 'node:path';\nexport default { base: 'debian', dir: basename(__dirname) };\n`,
    },
    by: 'jiti',
    definition: { base: 'debian', dir: 'project' },
  },
  {
    title: './tools without extension',
    files: {
      'image.ts': `import { tools } from './tools';\nexport default { base: 'debian', apt: tools };\n`,
      'tools.ts': `export const tools: string[] = ['git'];\n`,
    },
    by: 'emit',
    definition: { base: 'debian', apt: ['git'] },
  },
  {
    title: './tools without extension, of a .ts and a .js',
    files: {
      'image.ts': `import { tools } from './tools';\nexport default { base: 'debian', apt: tools };\n`,
      'tools.ts': `export const tools: string[] = ['git'];\n`,
      'tools.js': `export const tools = ['built-long-ago'];\n`,
      'package.json': esm,
    },
    by: 'emit',
    definition: { base: 'debian', apt: ['git'] },
  },
  {
    title: './tools.js that is tools.ts',
    files: {
      'image.ts': `import { tools } from './tools.js';\nexport default { base: 'debian', apt: tools };\n`,
      'tools.ts': `export const tools: string[] = ['git'];\n`,
    },
    by: 'emit',
    definition: { base: 'debian', apt: ['git'] },
  },
  {
    title: './tools.mjs that is tools.mts, and a folder with an index',
    files: {
      'image.mts': `import { tools } from './tools.mjs';\nimport { languages } from './languages';\nexport default { base: 'debian', apt: tools, pip: languages };\n`,
      'tools.mts': `export const tools: string[] = ['git'];\n`,
      'languages/index.ts': `export const languages: string[] = ['numpy'];\n`,
    },
    entry: 'image.mts',
    by: 'emit',
    definition: { base: 'debian', apt: ['git'], pip: ['numpy'] },
  },
  {
    title: 'JSON without an attribute',
    files: {
      'image.ts': `import tools from './tools.json';\nexport default { base: 'debian', apt: tools.apt };\n`,
      'tools.json': `{ "apt": ["git"], "__proto__": {} }`,
    },
    by: 'emit',
    definition: { base: 'debian', apt: ['git'] },
  },
  {
    title: 'JSON with an attribute',
    files: {
      'image.ts': `import tools from './tools.json' with { type: 'json' };\nexport default { base: 'debian', apt: tools.apt };\n`,
      'tools.json': `{ "apt": ["git"] }`,
    },
    by: 'emit',
    definition: { base: 'debian', apt: ['git'] },
  },
  {
    title: 'a name out of JSON',
    files: {
      'image.ts': `import { version } from './package.json';\nexport default { base: 'debian', version };\n`,
      'package.json': `{ "version": "1.2.3" }`,
    },
    by: 'jiti',
    definition: { base: 'debian', version: '1.2.3' },
  },
  {
    title: 'a package of the workspace in TypeScript',
    files: {
      'image.ts': `import { tools } from '@words/tools';\nexport default { base: 'debian', apt: tools };\n`,
      'packages/tools/package.json': `{ "name": "@words/tools", "type": "module", "exports": "./tools.ts" }`,
      'packages/tools/tools.ts': `enum Tool { Git = 'git' }\nexport const tools: string[] = [Tool.Git];\n`,
      'node_modules/@words/tools': '-> ../../packages/tools',
    },
    by: 'jiti',
    definition: { base: 'debian', apt: ['git'] },
  },
  {
    title: 'a package in TypeScript in node_modules',
    files: {
      'image.ts': `import { tools } from 'word-tools';\nexport default { base: 'debian', apt: tools };\n`,
      'node_modules/word-tools/package.json': `{ "name": "word-tools", "type": "module", "exports": "./tools.ts" }`,
      'node_modules/word-tools/tools.ts': `export const tools: string[] = ['git'];\n`,
    },
    by: 'jiti',
    definition: { base: 'debian', apt: ['git'] },
  },
  {
    title: 'a package that only "import" finds',
    files: {
      'image.ts': `import { tools } from 'word-tools/list';\nexport default { base: 'debian', apt: tools };\n`,
      'node_modules/word-tools/package.json': `{ "name": "word-tools", "exports": { "./list": { "import": "./list.mjs" } } }`,
      'node_modules/word-tools/list.mjs': `export const tools = ['git'];\n`,
    },
    by: 'emit',
    definition: { base: 'debian', apt: ['git'] },
  },
  {
    title: 'a preset package that imports imagewright, which only npx has',
    files: {
      'image.ts': `import { words } from 'imagewright-preset-words';\nexport default words();\n`,
      'node_modules/imagewright-preset-words/package.json': `{ "name": "imagewright-preset-words", "type": "module", "exports": "./words.js" }`,
      'node_modules/imagewright-preset-words/words.js': `import { defineImage } from 'imagewright';\nexport const words = () => defineImage({ base: 'debian', made: defineImage });\n`,
    },
    by: 'jiti',
    definition: { base: 'debian', made: 'our defineImage' },
    branded: true,
  },
  {
    title: 'a package.json without "type"',
    files: {
      'image.ts': `import { tools } from './tools';\nexport default { base: 'debian', apt: tools };\n`,
      'tools.ts': `export const tools = ['git'];\n`,
      'package.json': `{ "name": "words" }`,
    },
    by: 'emit',
    definition: { base: 'debian', apt: ['git'] },
  },
  {
    title: '__dirname',
    files: { 'image.ts': `import { basename } from 'node:path';\nexport default { base: 'debian', dir: basename(__dirname) };\n` },
    by: 'jiti',
    definition: { base: 'debian', dir: 'project' },
  },
  {
    title: 'import.meta.url, of the definition and of what it imports',
    files: {
      'image.ts': `import { where } from './shared/where.ts';\nexport default { base: 'debian', files: { '/a': import.meta.url.split('/').at(-1), '/b': where } };\n`,
      'shared/where.ts': `export const where: string = import.meta.url.split('/').slice(-2).join('/');\n`,
    },
    by: 'emit',
    definition: { base: 'debian', files: { '/a': 'image.ts', '/b': 'shared/where.ts' } },
  },
  {
    title: "a dynamic import('./tools.js')",
    files: {
      'image.ts': `export default async () => ({ base: 'debian', apt: (await import('./tools.js')).tools, pip: (await import('./pip.json', { with: { type: 'json' } })).default });\n`,
      'tools.ts': `export const tools: string[] = ['git'];\n`,
      'pip.json': '["numpy"]',
    },
    by: 'emit',
    definition: { base: 'debian', apt: ['git'], pip: ['numpy'] },
  },
  {
    title: 'a computed import()',
    files: {
      'image.ts': "const size = 'small';\nconst { tools } = await import(`./envs/${size}.ts`);\nexport default { base: 'debian', apt: tools };\n",
      'envs/small.ts': `export const tools: string[] = ['git'];\n`,
    },
    by: 'jiti',
    definition: { base: 'debian', apt: ['git'] },
  },
  {
    title: 'imports in a circle',
    files: {
      'image.ts': `import { tools } from './tools.ts';\nexport const base = (): string => 'debian';\nexport default () => ({ base: base(), apt: tools() });\n`,
      'tools.ts': `import { base } from './image.ts';\nexport const tools = (): string[] => ['for-' + base()];\n`,
    },
    by: 'emit',
    definition: { base: 'debian', apt: ['for-debian'] },
  },
  {
    title: 'top-level await, and a function that is given env, mode and args',
    files: {
      'image.ts': `const base = await Promise.resolve('debian');\nexport default async ({ env, mode, args }: Record<string, unknown>) => ({ base, env, mode, args });\n`,
    },
    by: 'emit',
    definition: { base: 'debian', env: { LANG: 'C.UTF-8' }, mode: 'generate', args: ['fast=yes'] },
  },
  {
    title: 'a name imported from a CommonJS package',
    files: {
      'image.ts': `import { tools } from 'word-tools';\nexport default { base: 'debian', apt: tools };\n`,
      'node_modules/word-tools/index.js': `exports.tools = ['git'];\n`,
    },
    by: 'emit',
    definition: { base: 'debian', apt: ['git'] },
  },
  {
    title: 'a name imported from a CommonJS package that only running it tells',
    files: {
      'image.ts': `import { tools } from 'word-tools';\nexport default { base: 'debian', apt: tools };\n`,
      'node_modules/word-tools/index.js': `module.exports = (() => ({ ['too' + 'ls']: ['git'] }))();\n`,
    },
    by: 'jiti',
    definition: { base: 'debian', apt: ['git'] },
  },
  {
    title: '#imports',
    files: {
      'package.json': `{ "type": "module", "imports": { "#tools": "./shared/tools.ts" } }`,
      'image.ts': `import { tools } from '#tools';\nexport default { base: 'debian', apt: tools };\n`,
      'shared/tools.ts': `export const tools: string[] = ['git'];\n`,
    },
    by: 'jiti',
    definition: { base: 'debian', apt: ['git'] },
  },
  {
    title: 'createRequire',
    files: {
      'image.ts': `import { createRequire } from 'node:module';\nexport default { base: 'debian', apt: createRequire(import.meta.url)('./tools.json') };\n`,
      'tools.json': `["git"]`,
    },
    by: 'jiti',
    definition: { base: 'debian', apt: ['git'] },
  },
  {
    title: 'a file beside it that is read',
    files: {
      'image.ts': `import { readFileSync } from 'node:fs';\nexport default { base: 'debian', apt: readFileSync(new URL('apt.txt', import.meta.url), 'utf8').trim().split('\\n') };\n`,
      'apt.txt': 'git\nnano\n',
    },
    by: 'emit',
    definition: { base: 'debian', apt: ['git', 'nano'] },
  },
  {
    title: 'plain JavaScript',
    files: { 'image.js': `import { defineImage } from 'imagewright';\nexport default defineImage({ base: 'debian', made: defineImage });\n` },
    entry: 'image.js',
    by: 'emit',
    definition: { base: 'debian', made: 'our defineImage' },
    branded: true,
  },
  {
    title: 'CommonJS',
    files: { 'image.cjs': `const { defineImage } = require('imagewright');\nmodule.exports = defineImage({ base: 'debian', made: defineImage });\n` },
    entry: 'image.cjs',
    by: 'jiti',
    definition: { base: 'debian', made: 'our defineImage' },
    branded: true,
  },
  {
    title: 'CommonJS in TypeScript',
    files: { 'image.cts': `const base: string = 'debian';\nexport = { base };\n` },
    entry: 'image.cts',
    by: 'jiti',
    definition: { base: 'debian' },
  },
];

describe('every fixture loads, by both loaders, the first time and from the cache', () => {
  let root: string;
  beforeAll(async () => {
    root = await makeLoaderPackage();
  });

  test.for(fixtures)('$title', async ({ files, by, definition, branded = false, entry = 'image.ts' }) => {
    const folder = join(temporaryFolder(), 'project');
    writeFiles(folder, files);
    const file = join(folder, entry);
    const auto = { by, definitions: [{ path: [], definition, branded }], inputs: expect.arrayContaining([entry]) as unknown };
    expect(await loadInFreshProcess({ root, file, times: 2 })).toEqual([auto, auto]);
    expect(await loadInFreshProcess({ root, file })).toEqual([auto]);
    const jiti = { ...auto, by: 'jiti' };
    expect(await loadInFreshProcess({ root, file, loader: 'jiti' })).toEqual([jiti]);
    expect(await loadInFreshProcess({ root, file, loader: 'jiti' })).toEqual([jiti]);
  });
});

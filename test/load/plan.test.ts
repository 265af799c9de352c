import { mkdirSync, readdirSync, readFileSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { loadInFreshProcess, makeLoaderPackage, temporaryFolder, writeFiles, type LoadRun } from './loader-package.js';

let root: string;
beforeAll(async () => {
  root = await makeLoaderPackage();
});

interface Project {
  readonly folder: string;
  /** The definition, or what went wrong, each time, and by which loader. */
  load(options?: Partial<LoadRun>): Promise<readonly unknown[]>;
}

interface Result {
  readonly by?: string;
  readonly definitions?: readonly { readonly definition: unknown }[];
}

/** In seconds. */
const someDay = 1_700_000_000;

function project(files: Readonly<Record<string, string>>): Project {
  const folder = temporaryFolder();
  writeFiles(folder, files);
  for (const name of Object.keys(files)) utimesSync(join(folder, name), someDay, someDay);
  const load = async (options: Partial<LoadRun> = {}): Promise<readonly unknown[]> => {
    const results = (await loadInFreshProcess({ root, file: join(folder, 'image.ts'), ...options })) as readonly Result[];
    return results.map((result) => (result.definitions ? [result.by, ...result.definitions.map(({ definition }) => definition)] : result));
  };
  return { folder, load };
}

/** Other text of the same length under the same time. */
function editInPlace(path: string, text: string): void {
  const before = statSync(path);
  writeFileSync(path, text);
  utimesSync(path, someDay, someDay);
  expect(statSync(path)).toMatchObject({ size: before.size, mtimeMs: before.mtimeMs });
}

const words = {
  'image.ts': `import { tools } from './tools';\nexport default { base: 'debian', apt: tools };\n`,
  'tools.ts': `export const tools: string[] = ['git'];\n`,
};

describe.for(['auto', 'jiti'] as const)('a change is seen by the next run (%s)', (loader) => {
  const by = loader === 'auto' ? 'emit' : 'jiti';

  test('of a file that is imported, of the same size and time', async () => {
    const { folder, load } = project(words);
    expect(await load({ loader })).toEqual([[by, { base: 'debian', apt: ['git'] }]]);
    editInPlace(join(folder, 'tools.ts'), `export const tools: string[] = ['vim'];\n`);
    expect(await load({ loader })).toEqual([[by, { base: 'debian', apt: ['vim'] }]]);
  });

  test('of the definition file, of the same size and time', async () => {
    const { folder, load } = project(words);
    expect(await load({ loader })).toEqual([[by, { base: 'debian', apt: ['git'] }]]);
    editInPlace(join(folder, 'image.ts'), words['image.ts'].replace('debian', 'ubuntu'));
    expect(await load({ loader })).toEqual([[by, { base: 'ubuntu', apt: ['git'] }]]);
  });

  test('of JSON that is imported', async () => {
    const { folder, load } = project({
      'image.ts': `import apt from './apt.json';\nexport default { base: 'debian', apt };\n`,
      'apt.json': `["git"]`,
    });
    expect(await load({ loader })).toEqual([[by, { base: 'debian', apt: ['git'] }]]);
    editInPlace(join(folder, 'apt.json'), `["vim"]`);
    expect(await load({ loader })).toEqual([[by, { base: 'debian', apt: ['vim'] }]]);
  });

  test('by a new file that is taken instead', async () => {
    const { folder, load } = project({ ...words, 'tools.ts': '', 'package.json': `{ "type": "module" }` });
    rmSync(join(folder, 'tools.ts'));
    writeFiles(folder, { 'tools.js': `export const tools = ['git'];\n` });
    expect(await load({ loader })).toEqual([[by, { base: 'debian', apt: ['git'] }]]);
    writeFiles(folder, { 'tools.ts': `export const tools: string[] = ['vim'];\n` });
    expect(await load({ loader })).toEqual([[by, { base: 'debian', apt: ['vim'] }]]);
  });

  test('within one process', async () => {
    const { folder, load } = project(words);
    const edit = [join(folder, 'tools.ts'), `export const tools: string[] = ['vim'];\n`] as const;
    expect(await load({ loader, times: 3, edit })).toEqual([
      [by, { base: 'debian', apt: ['git'] }],
      [by, { base: 'debian', apt: ['vim'] }],
      [by, { base: 'debian', apt: ['vim'] }],
    ]);
  });
});

describe('a kept plan', () => {
  /** The folder of the plan, and what is in it. */
  const kept = (cache: string): readonly string[] => {
    const [plan = ''] = readdirSync(cache).filter((name) => name.startsWith('image.ts-'));
    return readdirSync(join(cache, plan))
      .map((name) => name.replace(/^run-.*/, 'run'))
      .sort();
  };

  test('is in the node_modules of the project, and the one before is dropped', async () => {
    const { folder, load } = project(words);
    mkdirSync(join(folder, 'node_modules'));
    await load();
    writeFileSync(join(folder, 'tools.ts'), `export const tools: string[] = [];\n`);
    expect(await load()).toEqual([['emit', { base: 'debian', apt: [] }]]);
    expect(kept(join(folder, 'node_modules/.cache/imagewright'))).toEqual(['plan.json', 'run']);
  });

  test('is in the cache folder of the user without node_modules, and nothing is written beside the file', async () => {
    const { folder, load } = project(words);
    const cache = temporaryFolder();
    expect(await load({ env: { XDG_CACHE_HOME: cache } })).toEqual([['emit', { base: 'debian', apt: ['git'] }]]);
    expect(kept(join(cache, 'imagewright'))).toEqual(['plan.json', 'run']);
    expect(readdirSync(folder).sort()).toEqual(['image.ts', 'tools.ts']);
  });

  test('is made again when what was emitted is gone or broken', async () => {
    const { folder, load } = project(words);
    const cache = join(folder, 'node_modules/.cache/imagewright');
    mkdirSync(join(folder, 'node_modules'));
    await load();
    const [plan = ''] = readdirSync(cache);
    const [run = ''] = readdirSync(join(cache, plan)).filter((name) => name.startsWith('run-'));
    rmSync(join(cache, plan, run), { recursive: true });
    expect(await load()).toEqual([['emit', { base: 'debian', apt: ['git'] }]]);
    for (const broken of ['{', 'null', '{}']) {
      writeFileSync(join(cache, plan, 'plan.json'), broken);
      expect(await load()).toEqual([['emit', { base: 'debian', apt: ['git'] }]]);
    }
  });

  test('removes nothing but what was emitted for it', async () => {
    const { folder, load } = project({ ...words, 'thesis/chapter.mjs': 'export default 1;\n' });
    const cache = join(folder, 'node_modules/.cache/imagewright');
    mkdirSync(join(folder, 'node_modules'));
    await load();
    const path = join(cache, readdirSync(cache)[0] ?? '', 'plan.json');
    const plan = JSON.parse(readFileSync(path, 'utf8')) as object;
    writeFileSync(path, JSON.stringify({ ...plan, entry: join(folder, 'thesis/chapter.mjs') }));
    expect(await load()).toEqual([['emit', { base: 'debian', apt: ['git'] }]]);
    expect(readdirSync(join(folder, 'thesis'))).toEqual(['chapter.mjs']);
  });

  test('is not good any more when tsconfig.json gives a package another meaning', async () => {
    const { folder, load } = project({
      'image.ts': `import { tools } from 'word-tools';\nexport default { base: 'debian', apt: tools };\n`,
      'node_modules/word-tools/package.json': `{ "type": "module", "exports": "./tools.js" }`,
      'node_modules/word-tools/tools.js': `export const tools = ['git'];\n`,
      'mine.ts': `export const tools: string[] = ['vim'];\n`,
    });
    expect(await load()).toEqual([['emit', { base: 'debian', apt: ['git'] }]]);
    writeFiles(folder, { 'tsconfig.json': `{ "compilerOptions": { "paths": { "word-tools": ["./mine.ts"] } } }` });
    expect(await load()).toEqual([['jiti', { base: 'debian', apt: ['vim'] }]]);
  });

  test('does not hide that an import is gone, nor that it is back', async () => {
    const { folder, load } = project(words);
    await load();
    rmSync(join(folder, 'tools.ts'));
    expect(await load()).toMatchObject([{ code: 'import-not-found', file: 'image.ts', line: 1, column: 23 }]);
    writeFiles(folder, words);
    expect(await load()).toEqual([['emit', { base: 'debian', apt: ['git'] }]]);
  });
});

describe('the definition and imagewright', () => {
  const files = { 'image.ts': `import { defineImage } from 'imagewright';\nexport default defineImage({ base: 'debian', made: defineImage });\n` };

  test('share one instance, by both loaders, the first time and from the cache', async () => {
    const { load } = project(files);
    const shared = { base: 'debian', made: 'our defineImage' };
    expect(await load({ loader: 'auto' })).toEqual([['emit', shared]]);
    expect(await load({ loader: 'auto' })).toEqual([['emit', shared]]);
    expect(await load({ loader: 'jiti' })).toEqual([['jiti', shared]]);
  });

  test('share it also where the project has a copy of its own', async () => {
    const { folder, load } = project({
      ...files,
      'node_modules/imagewright/package.json': `{ "name": "imagewright", "type": "module", "exports": "./index.js" }`,
      'node_modules/imagewright/index.js': `export const defineImage = () => 'the copy';\n`,
    });
    const shared = { base: 'debian', made: 'our defineImage' };
    expect(await load({ loader: 'auto' })).toEqual([['emit', shared]]);
    expect(await load({ loader: 'jiti' })).toEqual([['jiti', shared]]);
  });
});

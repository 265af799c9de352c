/**
 * The loader as it is installed: a folder named imagewright with dist/, made of the sources; and definition files loaded by it in fresh processes.
 */

import { execFile } from 'node:child_process';
import { mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { build } from 'rolldown';
import { afterAll } from 'vitest';

const repository = join(import.meta.dirname, '../..');

const runner = `
import { writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { loadDefinitions } from './load.js';
import { defineImage } from './index.js';

const [file, loader, times, edit] = process.argv.slice(2);
const brand = Symbol.for('imagewright.definition');
const short = (path) => path?.replace(dirname(file) + '/', '');
for (let time = 0; time < Number(times); time += 1) {
  if (time === 1 && edit !== 'null') writeFileSync(...JSON.parse(edit));
  try {
    const loaded = await loadDefinitions(file, { mode: 'generate', args: ['fast=yes'], env: { LANG: 'C.UTF-8', XDG_CACHE_HOME: process.env.XDG_CACHE_HOME } }, { loader });
    const definitions = loaded.definitions.map(({ definition, ...rest }) => ({ ...rest, definition, branded: definition[brand] === true }));
    const replacer = (key, value) => (value === defineImage ? 'our defineImage' : typeof value === 'function' ? 'a function' : value);
    console.log(JSON.stringify({ by: loaded.by, definitions, inputs: loaded.inputs.map(short) }, replacer));
  } catch (error) {
    if (error.name !== 'LoadError') throw error;
    const { code, message, hint, line, column } = error;
    console.log(JSON.stringify({ code, message, hint, file: short(error.file), line, column }));
  }
}
`;

const folders: string[] = [];
afterAll(() => folders.splice(0).forEach((folder) => rmSync(folder, { recursive: true, force: true })));

/** A new folder under the system's temporary folder, links resolved; removed after the tests of the file. */
export function temporaryFolder(): string {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'imagewright-load-')));
  folders.push(folder);
  return folder;
}

/** Files of a folder: path → text; a text that begins with `-> ` is the target of a link. */
export function writeFiles(folder: string, files: Readonly<Record<string, string>>): void {
  for (const [name, text] of Object.entries(files)) {
    const path = join(folder, name);
    mkdirSync(dirname(path), { recursive: true });
    if (text.startsWith('-> ')) symlinkSync(text.slice(3), path);
    else writeFileSync(path, text);
  }
}

/** Makes the package; gives its folder. */
export async function makeLoaderPackage(): Promise<string> {
  const root = join(temporaryFolder(), 'imagewright');
  const exports = { '.': { default: './dist/index.js' }, './presets': { default: './dist/presets.js' } };
  writeFiles(root, {
    'package.json': JSON.stringify({ name: 'imagewright', type: 'module', exports }),
    node_modules: `-> ${join(repository, 'node_modules')}`,
    'dist/run.js': runner,
    'dist/presets.js': 'export const spellings = () => ({ apt: ["aspell"] });\n',
  });
  await build({
    input: { load: join(repository, 'src/load/load.ts'), index: join(repository, 'src/spec/define-image.ts') },
    platform: 'node',
    external: ['oxc-transform', 'jiti', 'ts-morph'],
    output: { dir: join(root, 'dist') },
    logLevel: 'silent',
  });
  return root;
}

export interface LoadRun {
  readonly root: string;
  readonly file: string;
  readonly loader?: 'auto' | 'jiti';
  readonly times?: number;
  /** Path and text of a file that is written after the first time. */
  readonly edit?: readonly [string, string];
  readonly env?: Readonly<Record<string, string>>;
}

/** What loading gave, each time, in one fresh process. */
export async function loadInFreshProcess({ root, file, loader = 'auto', times = 1, edit, env = {} }: LoadRun): Promise<readonly unknown[]> {
  const home = join(dirname(root), 'home');
  const args = [join(root, 'dist/run.js'), file, loader, String(times), JSON.stringify(edit ?? null)];
  const { stdout } = await promisify(execFile)(process.execPath, args, { env: { PATH: process.env['PATH'], HOME: home, ...env }, cwd: tmpdir() });
  return stdout
    .split('\n')
    .filter((line) => line.startsWith('{'))
    .map((line) => JSON.parse(line) as unknown);
}

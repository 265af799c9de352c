import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { locate, locateAll, type Place } from '../../src/load/locate.js';
import type { OriginPath } from '../../src/origin.js';
import { temporaryFolder, writeFiles } from './loader-package.js';

/** The position as one line, and below its source line what it spans there. */
function find(files: Readonly<Record<string, string>>, place: OriginPath | Place): string {
  const folder = temporaryFolder();
  writeFiles(folder, files);
  const position = locate(join(folder, Object.keys(files)[0] ?? ''), place);
  if (position === undefined) return 'nowhere';
  const { file, line, column, endLine, endColumn, text } = position;
  const width = endLine === line ? endColumn - column : text.length + 1 - column;
  return `${file.slice(folder.length + 1)}:${line}:${column}-${endLine}:${endColumn}\n${text}\n${' '.repeat(column - 1)}${'^'.repeat(width)}`;
}

const image = (text: string) => ({ 'image.ts': text });

interface Shape {
  readonly title: string;
  readonly files: Readonly<Record<string, string>>;
  readonly place: OriginPath | Place;
  readonly found: string;
}

const shapes: readonly Shape[] = [
  {
    title: 'an item of a list',
    files: image(`import { defineImage } from 'imagewright';\n\nexport default defineImage({\n  base: 'debian',\n  apt: ['git', 'curl='],\n});\n`),
    place: ['apt', 1],
    found: `image.ts:5:16-5:23\n  apt: ['git', 'curl='],\n               ^^^^^^^`,
  },
  {
    title: 'a key that nobody knows',
    files: image(`export default {\n  base: 'debian',\n  aptt: ['git'],\n};\n`),
    place: { path: ['aptt'], part: 'key' },
    found: `image.ts:3:3-3:7\n  aptt: ['git'],\n  ^^^^`,
  },
  {
    title: 'the value of a key',
    files: image(`export default {\n  base: 'debian',\n  workdir: 'words',\n};\n`),
    place: ['workdir'],
    found: `image.ts:3:12-3:19\n  workdir: 'words',\n           ^^^^^^^`,
  },
  {
    title: 'the definition itself, of several lines',
    files: image(`export default {\n  apt: ['git'],\n};\n`),
    place: [],
    found: `image.ts:1:16-3:2\nexport default {\n               ^`,
  },
  {
    title: 'quoted keys, and numbers as keys',
    files: image(`export default { base: 'debian', labels: { 'org.example': 'a', 7: 'b', ['k']: 'c' } };\n`),
    place: ['labels', '7'],
    found: `image.ts:1:67-1:70\nexport default { base: 'debian', labels: { 'org.example': 'a', 7: 'b', ['k']: 'c' } };\n${' '.repeat(66)}^^^`,
  },
  {
    title: 'as, satisfies, parentheses and !',
    files: image(`export default ({ base: ('debian')!, apt: ['git', 'nano'] as const } satisfies object) as never;\n`),
    place: ['apt', 1],
    found: `image.ts:1:51-1:57\nexport default ({ base: ('debian')!, apt: ['git', 'nano'] as const } satisfies object) as never;\n${' '.repeat(50)}^^^^^^`,
  },
  {
    title: 'a name that is the default export',
    files: image(`const words = { base: 'debian', apt: ['git'] };\nexport default words;\n`),
    place: ['base'],
    found: `image.ts:1:23-1:31\nconst words = { base: 'debian', apt: ['git'] };\n                      ^^^^^^^^`,
  },
  {
    title: 'export { words as default }',
    files: image(`const words = { base: 'debian' };\nexport { words as default };\n`),
    place: ['base'],
    found: `image.ts:1:23-1:31\nconst words = { base: 'debian' };\n                      ^^^^^^^^`,
  },
  {
    title: 'an item of a list that has a name',
    files: image(`const tools = ['git', 'nano'];\nexport default { base: 'debian', apt: tools };\n`),
    place: ['apt', 1],
    found: `image.ts:1:23-1:29\nconst tools = ['git', 'nano'];\n                      ^^^^^^`,
  },
  {
    title: 'a shorthand property: where it is used',
    files: image(`const workdir = 'words';\nexport default { base: 'debian', workdir };\n`),
    place: ['workdir'],
    found: `image.ts:2:34-2:41\nexport default { base: 'debian', workdir };\n${' '.repeat(33)}^^^^^^^`,
  },
  {
    title: 'a spread object, which a later key overrides',
    files: image(`const shared = { base: 'alpine', env: { LANG: 'C' } };\nexport default { ...shared, base: 'debian' };\n`),
    place: ['env', 'LANG'],
    found: `image.ts:1:47-1:50\nconst shared = { base: 'alpine', env: { LANG: 'C' } };\n${' '.repeat(46)}^^^`,
  },
  {
    title: 'an item after a spread list',
    files: image(`const tools = ['git', 'nano'];\nexport default { base: 'debian', apt: ['make', ...tools, 'gcc'] };\n`),
    place: ['apt', 3],
    found: `image.ts:2:58-2:63\nexport default { base: 'debian', apt: ['make', ...tools, 'gcc'] };\n${' '.repeat(57)}^^^^^`,
  },
  {
    title: 'an item in a spread list',
    files: image(`const tools = ['git', 'nano'];\nexport default { base: 'debian', apt: ['make', ...tools, 'gcc'] };\n`),
    place: ['apt', 2],
    found: `image.ts:1:23-1:29\nconst tools = ['git', 'nano'];\n                      ^^^^^^`,
  },
  {
    title: 'a list that is computed: the whole value',
    files: image(`export default { base: 'debian', apt: ['git'].map((name) => name) };\n`),
    place: ['apt', 0],
    found: `image.ts:1:39-1:66\nexport default { base: 'debian', apt: ['git'].map((name) => name) };\n${' '.repeat(38)}${'^'.repeat(27)}`,
  },
  {
    title: 'an arrow function',
    files: image(`export default ({ mode }: { mode: string }) => ({ base: 'debian', name: mode });\n`),
    place: ['base'],
    found: `image.ts:1:57-1:65\nexport default ({ mode }: { mode: string }) => ({ base: 'debian', name: mode });\n${' '.repeat(56)}^^^^^^^^`,
  },
  {
    title: 'an async function with several returns and a function within',
    files: image(
      `export default async function () {\n  const pick = () => { return { user: 'inner' }; };\n  if (pick()) return { base: 'alpine', cmd: 'make' };\n  return { base: 'debian' };\n}\n`,
    ),
    place: ['cmd'],
    found: `image.ts:3:45-3:51\n  if (pick()) return { base: 'alpine', cmd: 'make' };\n${' '.repeat(44)}^^^^^^`,
  },
  {
    title: 'a function of the file that is called',
    files: image(`const on = (base: string) => ({ base, pip: ['numpy ', 'six'] });\nexport default { web: on('debian'), api: on('ubuntu') };\n`),
    place: ['api', 'pip', 0],
    found: `image.ts:1:45-1:53\nconst on = (base: string) => ({ base, pip: ['numpy ', 'six'] });\n${' '.repeat(44)}^^^^^^^^`,
  },
  {
    title: 'a branch that has the key',
    files: image(`const full = true;\nexport default { base: 'debian', ...(full ? { apt: ['git'] } : {}) };\n`),
    place: ['apt', 0],
    found: `image.ts:2:53-2:58\nexport default { base: 'debian', ...(full ? { apt: ['git'] } : {}) };\n${' '.repeat(52)}^^^^^`,
  },
  {
    title: 'a record of definitions',
    files: image(`export default { web: { base: 'debian' }, api: { base: 'ubuntu', user: 'no one' } };\n`),
    place: ['api', 'user'],
    found: `image.ts:1:72-1:80\nexport default { web: { base: 'debian' }, api: { base: 'ubuntu', user: 'no one' } };\n${' '.repeat(71)}^^^^^^^^`,
  },
  {
    title: 'a list of definitions',
    files: image(`const first = { base: 'debian' };\nexport default [first, { base: 'ubuntu' }];\n`),
    place: [0, 'base'],
    found: `image.ts:1:23-1:31\nconst first = { base: 'debian' };\n                      ^^^^^^^^`,
  },
  {
    title: 'the script of a step',
    files: image(
      `import { run } from 'imagewright';\nexport default { base: 'debian', steps: [run('true'), run('make', { uses: ['Makefile'] })] };\n`,
    ),
    place: ['steps', 1, 'script'],
    found: `image.ts:2:59-2:65\nexport default { base: 'debian', steps: [run('true'), run('make', { uses: ['Makefile'] })] };\n${' '.repeat(58)}^^^^^^`,
  },
  {
    title: 'an option of a step whose helper has another name',
    files: image(
      `import { run as execute } from 'imagewright';\nexport default { base: 'debian', steps: [execute('make', { uses: ['../Makefile'] })] };\n`,
    ),
    place: ['steps', 0, 'uses', 0],
    found: `image.ts:2:67-2:80\nexport default { base: 'debian', steps: [execute('make', { uses: ['../Makefile'] })] };\n${' '.repeat(66)}^^^^^^^^^^^^^`,
  },
  {
    title: 'the target of a copy, through a namespace',
    files: image(`import * as iw from 'imagewright';\nexport default { base: 'debian', steps: [iw.copy(['a', 'b'], 'words')] };\n`),
    place: ['steps', 0, 'to'],
    found: `image.ts:2:62-2:69\nexport default { base: 'debian', steps: [iw.copy(['a', 'b'], 'words')] };\n${' '.repeat(61)}^^^^^^^`,
  },
  {
    title: 'a variable of an env step, and a mount of a run',
    files: image(`import { env } from 'imagewright';\nexport default { base: 'debian', steps: [env({ LANG: 'C', '1X': 'y' })] };\n`),
    place: { path: ['steps', 0, 'variables', '1X'], part: 'key' },
    found: `image.ts:2:59-2:63\nexport default { base: 'debian', steps: [env({ LANG: 'C', '1X': 'y' })] };\n${' '.repeat(58)}^^^^`,
  },
  {
    title: 'override(…)',
    files: image(`import { override } from 'imagewright';\nexport default { base: 'debian', apt: override(['git', 'x=']) };\n`),
    place: ['apt', 1],
    found: `image.ts:2:56-2:60\nexport default { base: 'debian', apt: override(['git', 'x=']) };\n${' '.repeat(55)}^^^^`,
  },
  {
    title: 'a template string of several lines',
    files: image('export default {\n  base: `debian:${1 + 1}`,\n  run: [`\n    make\n  `],\n};\n'),
    place: ['run', 0],
    found: 'image.ts:3:9-5:4\n  run: [`\n        ^',
  },
  {
    title: 'a path that ends in a string: the nearest that there is',
    files: image(`export default {\n  base: 'debian',\n  apt: 'git',\n};\n`),
    place: ['apt', 'packages', 0],
    found: `image.ts:3:8-3:13\n  apt: 'git',\n       ^^^^^`,
  },
  {
    title: 'a key that is not there: what it is missing in',
    files: image(`export default {\n  base: 'debian',\n  healthcheck: { interval: '30s' },\n};\n`),
    place: { path: ['healthcheck', 'cmd'], part: 'key' },
    found: `image.ts:3:16-3:35\n  healthcheck: { interval: '30s' },\n               ^^^^^^^^^^^^^^^^^^^`,
  },
  {
    title: 'a name imported from another file, written as JavaScript',
    files: {
      'image.ts': `import { tools as list } from './shared/tools.js';\nexport default { base: 'debian', apt: list };\n`,
      'shared/tools.ts': `export const tools = ['git', 'nano '];\n`,
    },
    place: ['apt', 1],
    found: `shared/tools.ts:1:30-1:37\nexport const tools = ['git', 'nano '];\n                             ^^^^^^^`,
  },
  {
    title: 'a namespace of another file, a default export and one exported again',
    files: {
      'image.ts': `import * as shared from './shared';\nexport default { base: 'debian', apt: shared.tools, ...shared.more };\n`,
      'shared/index.ts': `export { default as tools } from './tools';\nexport * from './more';\n`,
      'shared/tools.ts': `export default ['git', 'nano'];\n`,
      'shared/more.ts': `export const more = { user: 'no one' };\n`,
    },
    place: ['user'],
    found: `shared/more.ts:1:29-1:37\nexport const more = { user: 'no one' };\n                            ^^^^^^^^`,
  },
  {
    title: 'JSON that is imported',
    files: {
      'image.ts': `import words from './words.json';\nexport default { base: 'debian', apt: words.apt };\n`,
      'words.json': `{\n  "apt": ["git", "nano "]\n}\n`,
    },
    place: ['apt', 1],
    found: `words.json:2:18-2:25\n  "apt": ["git", "nano "]\n                 ^^^^^^^`,
  },
  {
    title: 'a definition in JSON',
    files: { 'image.json': `{\n  "$schema": "x",\n  "base": "debian",\n  "aptt": ["git"]\n}\n` },
    place: { path: ['aptt'], part: 'key' },
    found: `image.json:4:3-4:9\n  "aptt": ["git"]\n  ^^^^^^`,
  },
  {
    title: 'CommonJS',
    files: { 'image.cjs': `const { defineImage } = require('imagewright');\nmodule.exports = defineImage({ base: 'debian', apt: ['git'] });\n` },
    place: ['apt', 0],
    found: `image.cjs:2:54-2:59\nmodule.exports = defineImage({ base: 'debian', apt: ['git'] });\n${' '.repeat(53)}^^^^^`,
  },
  {
    title: 'a name taken out of an object',
    files: image(`const shared = { tools: ['git', 'nano'] };\nconst { tools: apt } = shared;\nexport default { base: 'debian', apt };\n`),
    place: ['apt', 0],
    found: `image.ts:1:26-1:31\nconst shared = { tools: ['git', 'nano'] };\n                         ^^^^^`,
  },
  {
    title: 'the base that is another definition',
    files: image(`const tools = { base: 'debian', apt: ['git '] };\nexport default { base: tools, pip: ['six'] };\n`),
    place: ['base', 'apt', 0],
    found: `image.ts:1:39-1:45\nconst tools = { base: 'debian', apt: ['git '] };\n                                      ^^^^^^`,
  },
  {
    title: 'names that stand for each other in a circle',
    files: image(`const a: object = { ...b };\nconst b: object = { ...a };\nexport default { base: 'debian', ...a };\n`),
    place: ['apt', 0],
    found: `image.ts:3:16-3:40\nexport default { base: 'debian', ...a };\n               ^^^^^^^^^^^^^^^^^^^^^^^^`,
  },
  {
    title: 'a default export that cannot be followed: the expression',
    files: image(`import { make } from 'words';\nexport default make({ base: 'debian' });\n`),
    place: ['base'],
    found: `image.ts:2:16-2:40\nexport default make({ base: 'debian' });\n               ^^^^^^^^^^^^^^^^^^^^^^^^`,
  },
  {
    title: 'a file without a default export: its first line',
    files: image(`export const words = {};\n`),
    place: ['base'],
    found: `image.ts:1:1-1:25\nexport const words = {};\n^^^^^^^^^^^^^^^^^^^^^^^^`,
  },
];

describe('the place of a value', () => {
  test.for(shapes)('$title', ({ files, place, found }) => {
    expect(find(files, place)).toBe(found);
  });
});

describe('several places', () => {
  test('in the order in which they are asked for', () => {
    const folder = temporaryFolder();
    writeFiles(folder, image(`export default { base: 'debian', user: 'app' };\n`));
    const positions = locateAll(join(folder, 'image.ts'), [['user'], { path: ['base'], part: 'key' }]);
    const text = `export default { base: 'debian', user: 'app' };`;
    const file = join(folder, 'image.ts');
    expect(positions).toEqual([
      { file, line: 1, column: 40, endLine: 1, endColumn: 45, text },
      { file, line: 1, column: 18, endLine: 1, endColumn: 22, text },
    ]);
  });

  test('nowhere in a file that is not there', () => {
    expect(locateAll(join(temporaryFolder(), 'image.ts'), [['base'], []])).toEqual([undefined, undefined]);
  });
});

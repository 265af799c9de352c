/**
 * Builds dist/: `index.js` and `presets.js` (the library) with `types/`, and `cli.js` (the command), which is small and runs `command/`: one script, whose compiled
 * code is kept (build/cached-script.mjs), and chunks of what few runs need, which are imported late. Files are few: each that is read costs a thirtieth of a start
 * of Node. What an image.ts imports is in that script too, so that it uses the same modules as the command that loads it.
 *
 *     node build.mjs
 */

import { execFileSync } from 'node:child_process';
import { chmodSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { basename, dirname, join, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import Handlebars from 'handlebars';
import { rolldown } from 'rolldown';
import { cachedScript } from './build/cached-script.mjs';

const root = dirname(fileURLToPath(import.meta.url));
/** Built beside dist and then renamed, so that a command that runs meanwhile finds all its files. */
const draft = join(root, `dist.${process.pid}`);
const require = createRequire(import.meta.url);

/** `imagewright:templates`: every file below templates/NAME, those that end in `.hbs` precompiled: `{ NAME: { kind, summary, files: { 'image.ts': … } } }`. */
const templates = {
  name: 'templates',
  resolveId: { filter: { id: /^imagewright:templates$/ }, handler: (id) => `\0${id}` },
  load: { filter: { id: /^\0imagewright:templates$/ }, handler: () => ({ code: templatesModule(), moduleType: 'js' }) },
};

function templatesModule() {
  const folder = join(root, 'templates');
  const entries = namesIn(folder).map((name) => `  ${JSON.stringify(name)}: ${templateEntry(join(folder, name))},`);
  return `export const templates = {\n${entries.join('\n')}\n};\n`;
}

function templateEntry(folder) {
  const { summary, kind = 'project' } = JSON.parse(readFileSync(join(folder, 'template.json'), 'utf8'));
  const files = filesBelow(folder)
    .filter((path) => path !== 'template.json')
    .map((path) => {
      const text = readFileSync(join(folder, path), 'utf8');
      if (!path.endsWith('.hbs')) return `${JSON.stringify(path)}: ${JSON.stringify(text)}`;
      const code = Handlebars.precompile(text, { noEscape: true, strict: true, knownHelpersOnly: true, preventIndent: true });
      return `${JSON.stringify(path.slice(0, -'.hbs'.length))}: ${code}`;
    });
  return `{ kind: ${JSON.stringify(kind)}, summary: ${JSON.stringify(summary)}, files: { ${files.join(',\n')} } }`;
}

/**
 * `string-width` makes an Intl.Segmenter when it is imported, which costs as much as half a start of Node; the one made here makes it when a string needs it.
 * All copies in node_modules become the newest one, whose result for printable ASCII is the length.
 */
const lazySegmenter = {
  name: 'lazy-segmenter',
  resolveId: { filter: { id: /^string-width$/ }, handler: () => join(root, 'node_modules/string-width/index.js') },
  transform: {
    filter: { id: /node_modules[\\/]string-width[\\/]index\.js$/ },
    handler(source) {
      const before = 'const segmenter = new Intl.Segmenter();';
      const after = 'let made; const segmenter = { segment: (text) => (made ??= new Intl.Segmenter()).segment(text) };';
      if (source.split(before).length !== 2) throw new Error(`string-width has no line ${JSON.stringify(before)} any more`);
      return source.replace(before, after);
    },
  },
};

/** As escapes, what is not ASCII: V8 keeps such a file in half the memory and reads it faster. */
const ascii = {
  name: 'ascii',
  generateBundle(options, files) {
    for (const file of Object.values(files)) if (file.type === 'chunk') file.code = inAscii(file.code);
  },
};

function inAscii(code) {
  if (/String\.raw`[^`]*[^\0-\x7f]/.test(code)) throw new Error('String.raw`…` has a character that is not ASCII: an escape there is no escape');
  return code.replace(/[^\0-\x7f]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`);
}

/** What `--help` and `--version` print, laid out once. */
function buildHelp() {
  const print = (...argv) => execFileSync(process.execPath, [join(draft, 'cli.js'), ...argv], { encoding: 'utf8' });
  const { verbs } = JSON.parse(print('help', '--json'));
  const texts = { '--version': print('--version'), '--help': print('--help') };
  for (const verb of verbs) texts[`${verb} --help`] = print(verb, '--help');
  writeFileSync(join(draft, 'help.json'), JSON.stringify(texts));
}

/** The declarations of the two public modules. */
function buildTypes() {
  const config = join(draft, 'tsconfig.json');
  const compilerOptions = { noEmit: false, declaration: true, emitDeclarationOnly: true, rootDir: '../src', outDir: 'types' };
  writeFileSync(
    config,
    JSON.stringify({ extends: '../tsconfig.json', compilerOptions, files: ['../src/index.ts', '../src/presets/index.ts'], include: [] }),
  );
  const compiler = join(dirname(require.resolve('typescript/package.json')), 'bin/tsc');
  execFileSync(process.execPath, [compiler, '-p', config], { stdio: 'inherit' });
  rmSync(config);
}

function filesBelow(folder) {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  return entries.map((entry) => relative(folder, join(entry.parentPath, entry.name)).split(sep).join('/')).sort();
}

function namesIn(folder) {
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .sort();
}

/** Small files are read with a collection of garbage less; the names of functions stay, for reports of bugs. */
const small = { minify: { mangle: { keepNames: true } }, comments: { legal: true, annotation: false, jsdoc: false } };

async function bundle({ input, files, plugins = [], ...options }) {
  const bundled = await rolldown({
    cwd: root,
    input,
    platform: 'node',
    transform: { target: 'node20.19' },
    external: ['ts-morph', 'oxc-transform', 'jiti'],
    plugins: [templates, lazySegmenter, ascii, ...plugins],
    onwarn: ({ message }) => {
      throw new Error(message);
    },
    ...options,
  });
  const { output } = await bundled.write({ dir: draft, ...files, ...small });
  return output;
}

async function buildCode() {
  const library = await bundle({
    input: { index: 'src/index.ts', presets: 'src/presets/index.ts' },
    files: { chunkFileNames: 'chunks/[name]-[hash].js' },
  });
  const written = await bundle({
    input: { command: 'imagewright:command' },
    // What is imported at once is one chunk, whichever late chunks share some of it.
    files: {
      entryFileNames: 'command/entry.js',
      chunkFileNames: 'command/[name]-[hash].js',
      codeSplitting: {
        groups: [{ debugName: 'command', name: (id, graph) => (isImportedAtOnce(id, graph) ? 'command' : null) }],
      },
    },
    plugins: [commandEntry, elsewhere({ './code-cache.js': './code-cache.js' }), cachedScript('./code-cache.js', 'command')],
  });
  const command = written.find(({ name }) => name === 'command');
  for (const { fileName, exports } of library.filter(({ isEntry }) => isEntry)) {
    writeFileSync(join(draft, 'command', fileName), `export{${exports}}from"./${basename(command.fileName)}";\n`);
  }
  await bundle({ input: { 'code-cache': 'src/load/code-cache.ts' }, files: { entryFileNames: 'command/[name].js' } });
  const others = { '../load/code-cache.js': './command/code-cache.js', './run-command-line.js': `./${command.fileName}` };
  await bundle({ input: { cli: 'src/cli/main.ts' }, files: {}, plugins: [elsewhere(others)] });
  chmodSync(join(draft, 'cli.js'), 0o755);
}

/** `imagewright:command`: what `cli.js` runs, and what an image.ts imports. */
const commandEntry = {
  name: 'command-entry',
  resolveId: { filter: { id: /^imagewright:command$/ }, handler: (id) => `\0${id}` },
  load: {
    filter: { id: /^\0imagewright:command$/ },
    handler: () =>
      ['src/cli/run-command-line.ts', 'src/index.ts', 'src/presets/index.ts']
        .map((file) => `export * from ${JSON.stringify(join(root, file))};`)
        .join('\n'),
  },
};

const atOnce = new Set();

function isImportedAtOnce(id, graph) {
  const visit = (each) => {
    if (atOnce.has(each)) return;
    atOnce.add(each);
    graph.getModuleInfo(each)?.importedIds.forEach(visit);
  };
  visit('\0imagewright:command');
  return atOnce.has(id);
}

/** Imports of files that are in another bundle: how the source names them → how the bundle does. */
function elsewhere(ids) {
  return { name: 'elsewhere', resolveId: (source) => (Object.hasOwn(ids, source) ? { id: ids[source], external: true } : undefined) };
}

/** Another build may put its own there between the two steps. */
function replaceFolder(from, to) {
  for (let attempts = 5; ; attempts -= 1) {
    rmSync(to, { recursive: true, force: true });
    try {
      return renameSync(from, to);
    } catch (error) {
      if (attempts === 0) throw error;
    }
  }
}

mkdirSync(draft);
try {
  await buildCode();
  buildHelp();
  // While working on the code: --no-types.
  if (!process.argv.includes('--no-types')) buildTypes();
  replaceFolder(draft, join(root, 'dist'));
} finally {
  rmSync(draft, { recursive: true, force: true });
}

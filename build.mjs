/**
 * Builds dist/: `cli.js` (the command), `index.js` and `presets.js` (what an image.ts imports) and `types/`. What these share is in chunks, so that the
 * command and the image.ts that it loads use the same modules; what only one verb needs is a chunk that is imported late.
 *
 *     node build.mjs
 */

import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import Handlebars from 'handlebars';

const root = dirname(fileURLToPath(import.meta.url));
/** Built beside dist and then renamed, so that a command that runs meanwhile finds all its files. */
const draft = join(root, `dist.${process.pid}`);
const require = createRequire(import.meta.url);

/** `imagewright:templates`: every file below templates/NAME, those that end in `.hbs` precompiled: `{ NAME: { summary, files: { 'image.ts': … } } }`. */
const templates = {
  name: 'templates',
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /^imagewright:templates$/ }, (args) => ({ path: args.path, namespace: 'templates' }));
    onLoad({ filter: /.*/, namespace: 'templates' }, () => ({ contents: templatesModule(), loader: 'js' }));
  },
};

function templatesModule() {
  const folder = join(root, 'templates');
  const entries = namesIn(folder).map((name) => `  ${JSON.stringify(name)}: ${templateEntry(join(folder, name))},`);
  return `export const templates = {\n${entries.join('\n')}\n};\n`;
}

function templateEntry(folder) {
  const { summary } = JSON.parse(readFileSync(join(folder, 'template.json'), 'utf8'));
  const files = filesBelow(folder)
    .filter((path) => path !== 'template.json')
    .map((path) => {
      const text = readFileSync(join(folder, path), 'utf8');
      if (!path.endsWith('.hbs')) return `${JSON.stringify(path)}: ${JSON.stringify(text)}`;
      const code = Handlebars.precompile(text, { noEscape: true, strict: true, knownHelpersOnly: true, preventIndent: true });
      return `${JSON.stringify(path.slice(0, -'.hbs'.length))}: ${code}`;
    });
  return `{ summary: ${JSON.stringify(summary)}, files: { ${files.join(',\n')} } }`;
}

/**
 * `string-width` makes an Intl.Segmenter when it is imported, which costs as much as half a start of Node; the one made here makes it when a string needs it.
 * All copies in node_modules become the newest one, whose result for printable ASCII is the length.
 */
const lazySegmenter = {
  name: 'lazy-segmenter',
  setup({ onResolve, onLoad }) {
    const path = join(root, 'node_modules/string-width/index.js');
    onResolve({ filter: /^string-width$/ }, () => ({ path }));
    onLoad({ filter: /node_modules[\\/]string-width[\\/]index\.js$/ }, () => {
      const before = 'const segmenter = new Intl.Segmenter();';
      const after = 'let made; const segmenter = { segment: (text) => (made ??= new Intl.Segmenter()).segment(text) };';
      const source = readFileSync(path, 'utf8');
      if (source.split(before).length !== 2) throw new Error(`string-width has no line ${JSON.stringify(before)} any more`);
      return { contents: source.replace(before, after), loader: 'js' };
    });
  },
};

/** Packages in CommonJS call require() for Node's own modules; in a bundle of ES modules they need one. */
const banner = `import { createRequire as createRequireOfBundle } from 'node:module';\nvar require = (name) => createRequireOfBundle(import.meta.url)(name);`;

function entryPoints() {
  const entries = { cli: 'src/cli/main.ts', index: 'src/index.ts', presets: 'src/presets/index.ts' };
  // What the loader hands to Node as a file of its own.
  if (existsSync(join(root, 'src/load/hooks.ts'))) entries.hooks = 'src/load/hooks.ts';
  return entries;
}

/** What `--help` and `--version` print, laid out once. */
function buildHelp() {
  const print = (...argv) => execFileSync(process.execPath, [join(draft, 'cli.js'), ...argv], { encoding: 'utf8' });
  const help = print('--help');
  const verbs = [...help.matchAll(/^  imagewright (\S+)/gm)].map(([, verb]) => verb);
  const texts = { '--version': print('--version'), '--help': help };
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

async function buildCode() {
  await build({
    absWorkingDir: root,
    entryPoints: entryPoints(),
    outdir: draft,
    chunkNames: 'chunks/[name]-[hash]',
    bundle: true,
    splitting: true,
    format: 'esm',
    platform: 'node',
    target: 'node20.19',
    // Node has them; without this, esbuild makes calls of RegExp of them, which are compiled at start-up, needed or not.
    supported: { 'regexp-unicode-property-escapes': true, 'regexp-set-notation': true },
    external: ['ts-morph', 'oxc-transform', 'jiti'],
    banner: { js: banner },
    legalComments: 'linked',
    plugins: [templates, lazySegmenter],
    logLevel: 'warning',
  });
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

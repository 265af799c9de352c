import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

/** Leaves: every module may import them, they import only each other. */
const LEAVES = [
  'origin.ts',
  'diagnostics.ts',
  'edit.ts',
  'text.ts',
  'mount.ts',
  'layer-policy.ts',
  'lint-level.ts',
  'rule-names.ts',
  'shell-word.ts',
  'target.ts',
  'token-kind.ts',
  'registry-host.ts',
];

/** What each folder, and each other file beside the leaves, may import besides itself and the leaves. */
const MAY_IMPORT: Readonly<Record<string, readonly string[]>> = {
  spec: [],
  bases: [],
  ir: [],
  lower: ['spec', 'bases', 'ir'],
  passes: ['ir'],
  rules: ['ir'],
  print: ['ir'],
  presets: ['spec'],
  engine: [],
  load: ['spec'],
  cli: ['spec', 'bases', 'ir', 'lower', 'passes', 'rules', 'print', 'presets', 'engine', 'load', 'pipeline.ts', 'index.ts'],
  'pipeline.ts': ['spec', 'bases', 'lower', 'ir', 'passes', 'rules', 'print'],
  'index.ts': ['spec', 'ir', 'pipeline.ts'],
};

/** Part of the pure flow: no host, no clock, no chance. */
const PURE = ['spec', 'bases', 'ir', 'lower', 'passes', 'rules', 'print', 'presets', 'pipeline.ts', 'index.ts', ...LEAVES];
/** All but POSIX paths, which are the same everywhere. They come with `node:path`, which the command has loaded: `node:path/posix` is a module more. */
const BUILTIN = /^(?!import \{ posix \} from 'node:path';).*'node:/;
const HOST = /\b(?:Date\.now|new Date\b|Math\.random|performance\.now|setTimeout|toLocale\w*|Intl\.)/;

/** The one user of each package. */
const ONE_USER: Readonly<Record<string, string>> = {
  yargs: 'cli',
  handlebars: 'cli',
  diff: 'cli',
  'string-width': 'cli',
  execa: 'engine',
  'ts-morph': 'load',
  jiti: 'load',
  'oxc-transform': 'load',
  'es-module-lexer': 'load',
  valibot: 'spec',
};

/** Folders with one thing a file, all of which stand in index.ts, and the files in them that are no such thing. */
const TABLES: Readonly<Record<string, readonly string[]>> = {
  passes: ['pass.ts'],
  rules: ['rule.ts'],
  'rules/lint': ['lint-rule.ts', 'lint-facts.ts'],
  presets: [],
  'bases/families': [],
  'lower/packages': ['package-manager.ts'],
  'lower/languages': ['language.ts'],
  'spec/languages': ['language.ts'],
  'cli/commands': [],
};

/** Folders of which index.ts names some files as the things, and what it imports that is none; the things do not import each other either. */
const MIXED: Readonly<Record<string, readonly string[]>> = { engine: ['engine.ts'], 'print/instructions': [] };

const FORBIDDEN = ['utils', 'util', 'helpers', 'helper', 'common', 'misc', 'manager', 'managers'];

const root = fileURLToPath(new URL('..', import.meta.url));
const files = filesBelow('src').filter((path) => path.endsWith('.ts'));
const code = new Map(files.map((path) => [path, withoutComments(readFileSync(join(root, 'src', path), 'utf8'))]));

function filesBelow(folder: string): readonly string[] {
  const entries = readdirSync(join(root, folder), { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  return entries
    .map((entry) =>
      join(entry.parentPath, entry.name)
        .slice(join(root, folder).length + 1)
        .replaceAll('\\', '/'),
    )
    .sort();
}

/** Whole-line comments only: a `//` behind code may be part of a string. */
function withoutComments(text: string): string {
  return text
    .split('\n')
    .map((line) => (/^\s*(\/\/|\/\*|\*)/.test(line) ? '' : line))
    .join('\n');
}

function specifiersOf(path: string): readonly string[] {
  const text = code.get(path)!;
  const declared = text.matchAll(/^(?:import|export)\s+(?:type\s+)?(?:\w+\s*,?\s*)?(?:\{[^}]*\}|\*(?:\s+as\s+\w+)?)?\s*(?:from\s+)?'([^']+)'/gm);
  const late = text.matchAll(/\bimport\(\s*'([^']+)'\s*\)/g);
  return [...declared, ...late].map((match) => match[1]!);
}

/** Files of ours that a file imports, as paths below src. */
function importsOf(path: string): readonly string[] {
  const relative = specifiersOf(path).filter((specifier) => specifier.startsWith('.') && specifier.endsWith('.js'));
  return relative.map((specifier) => join(dirname(path), specifier.replace(/\.js$/, '.ts')).replaceAll('\\', '/'));
}

function packagesOf(path: string): readonly string[] {
  const named = specifiersOf(path).filter((specifier) => !/^(\.|node:|imagewright)/.test(specifier));
  return named.map((specifier) => specifier.split('/', specifier.startsWith('@') ? 2 : 1).join('/'));
}

const areaOf = (path: string) => path.split('/')[0]!;
const nameOf = (path: string) => path.split('/').at(-1)!;

/** Direct members of a table folder: the things, without index.ts and the frame. */
function membersOf(folder: string): readonly string[] {
  const frame = TABLES[folder] ?? MIXED[folder]!;
  const here = files.filter((path) => dirname(path) === folder && nameOf(path) !== 'index.ts' && !frame.includes(nameOf(path)));
  return folder in MIXED ? here.filter((path) => importsOf(`${folder}/index.ts`).includes(path)) : here;
}

const tables = Object.keys(TABLES).filter((folder) => files.some((path) => path.startsWith(`${folder}/`)));

describe('what imports what', () => {
  it('only what design.md §4 allows', () => {
    const faults = files.flatMap((path) => {
      const area = areaOf(path);
      const allowed = LEAVES.includes(area) ? LEAVES : MAY_IMPORT[area] && [area, ...LEAVES, ...MAY_IMPORT[area]];
      if (allowed === undefined) return [`src/${path}: ${area} stands in no row of the table of imports`];
      return importsOf(path).flatMap((target) => (allowed.includes(areaOf(target)) ? [] : [`src/${path}: ${area} may not import src/${target}`]));
    });
    expect(faults).toEqual([]);
  });

  it('only files that exist', () => {
    const missing = files.flatMap((path) =>
      importsOf(path)
        .filter((target) => !files.includes(target))
        .map((target) => `src/${path}: there is no src/${target}`),
    );
    expect(missing).toEqual([]);
  });

  it('no row for what is not there', () => {
    const tops = files.map(areaOf);
    const used = files.flatMap(packagesOf);
    const areas = [...LEAVES, ...PURE, ...Object.entries(MAY_IMPORT).flatMap(([area, others]) => [area, ...others])];
    expect(areas.filter((area) => !tops.includes(area))).toEqual([]);
    expect(Object.keys(ONE_USER).filter((name) => !used.includes(name))).toEqual([]);
    expect([...Object.keys(TABLES), ...Object.keys(MIXED)].filter((folder) => !files.includes(`${folder}/index.ts`))).toEqual([]);
  });

  it.each([...tables, ...Object.keys(MIXED)])('no sibling in %s', (folder) => {
    const members = membersOf(folder);
    const faults = members.flatMap((path) =>
      importsOf(path)
        .filter((target) => members.includes(target))
        .map((target) => `src/${path}: imports its sibling src/${target}`),
    );
    expect(faults).toEqual([]);
  });

  it('each package only where it is at home', () => {
    const faults = files.flatMap((path) =>
      packagesOf(path).flatMap((name) =>
        ONE_USER[name] === areaOf(path) ? [] : [`src/${path}: ${name} is imported only by ${ONE_USER[name] ?? 'nobody'}`],
      ),
    );
    expect(faults).toEqual([]);
  });

  it('ts-morph never at start-up', () => {
    const faults = files
      .filter((path) => /^import (?!type).*'ts-morph'/m.test(code.get(path)!))
      .map((path) => `src/${path}: ts-morph is to be imported late`);
    expect(faults).toEqual([]);
  });
});

describe('what touches the host', () => {
  it('console and process only in cli', () => {
    const uses = /(?<![\w.$'"`-])(?:console\.\w|process\.\w)|'node:process'/;
    const faults = files
      .filter((path) => areaOf(path) !== 'cli')
      .flatMap((path) => linesWith(path, uses).map((line) => `${line} uses console or process`));
    expect(faults).toEqual([]);
  });

  it('no builtin but arithmetic of POSIX paths, no clock and no chance in the flow', () => {
    const pure = files.filter((path) => PURE.includes(areaOf(path)));
    const builtins = pure.flatMap((path) => linesWith(path, BUILTIN).map((line) => `${line} imports a builtin`));
    const host = pure.flatMap((path) => linesWith(path, HOST).map((line) => `${line} depends on clock, chance or locale`));
    expect([...builtins, ...host]).toEqual([]);
  });

  it('no comparison by locale anywhere', () => {
    expect(files.flatMap((path) => linesWith(path, /localeCompare/).map((line) => `${line} compares by locale`))).toEqual([]);
  });
});

function linesWith(path: string, pattern: RegExp): readonly string[] {
  const lines = code.get(path)!.split('\n');
  return [...lines.keys()].filter((index) => pattern.test(lines[index]!)).map((index) => `src/${path}:${index + 1}`);
}

describe('files', () => {
  it('have names in kebab-case that say what is in them', () => {
    const faults = files.flatMap((path) => {
      const parts = path.replace(/(\.d)?\.ts$/, '').split('/');
      const bad = parts.filter((part) => !/^[a-z0-9]+(-[a-z0-9]+)*$/.test(part)).map((part) => `src/${path}: "${part}" is not kebab-case`);
      return [...bad, ...parts.filter((part) => FORBIDDEN.includes(part)).map((part) => `src/${path}: "${part}" says nothing`)];
    });
    expect(faults).toEqual([]);
  });

  it('have at most 200 lines, documentation of types aside', () => {
    const faults = files
      .filter((path) => path !== 'spec/types.ts')
      .map((path) => ({ path, lines: countLines(path) }))
      .filter(({ lines }) => lines > 200)
      .map(({ path, lines }) => `src/${path}: ${lines} lines`);
    expect(faults).toEqual([]);
  });

  it('have functions of at most 30 lines', () => {
    const faults = files.flatMap((path) =>
      [...code.get(path)!.matchAll(/^(?:export )?(?:async )?function (\w+)[\s\S]*?^\}/gm)]
        .map(([text, name]) => ({ name, lines: text.split('\n').length }))
        .filter(({ lines }) => lines > 30)
        .map(({ name, lines }) => `src/${path}: ${name} has ${lines} lines`),
    );
    expect(faults).toEqual([]);
  });

  it('begin with a comment, unless they only list names', () => {
    const faults = files.filter((path) => nameOf(path) !== 'index.ts' && !/^(#!.*\n)?\/\*\*/.test(readFileSync(join(root, 'src', path), 'utf8')));
    expect(faults.map((path) => `src/${path}: does not say what it is for`)).toEqual([]);
  });
});

/** In a file of types alone, comments are its manual and do not count. */
function countLines(path: string): number {
  const isTypesOnly = !/^(?:export )?(?:async )?(?:const|let|function|class)\b/m.test(code.get(path)!);
  const text = isTypesOnly ? code.get(path)!.replaceAll(/\n{2,}/g, '\n') : readFileSync(join(root, 'src', path), 'utf8');
  return text.trimEnd().split('\n').length;
}

describe('tables', () => {
  it.each(tables)('every file of %s stands in its index and has a test of its name', (folder) => {
    const index = importsOf(`${folder}/index.ts`);
    const faults = membersOf(folder).flatMap((path) => [
      ...(index.includes(path) ? [] : [`src/${path}: does not stand in src/${folder}/index.ts`]),
      ...(existsSync(join(root, 'test', path.replace(/\.ts$/, '.test.ts'))) ? [] : [`src/${path}: has no test/${path.replace(/\.ts$/, '.test.ts')}`]),
    ]);
    expect(faults).toEqual([]);
  });

  it('src/README.md has a line for every folder and file at the top', () => {
    const readme = readFileSync(join(root, 'src/README.md'), 'utf8');
    const tops = [...new Set(files.map(areaOf))].map((area) => (area.endsWith('.ts') ? area : `${area}/`));
    expect(tops.filter((top) => !readme.includes(`\`${top}\``)).map((top) => `src/README.md: does not name ${top}`)).toEqual([]);
  });
});

describe('tests', () => {
  it('mirror src', () => {
    const mirrored = filesBelow('test').filter((path) => path.endsWith('.test.ts') && files.some((file) => areaOf(file) === areaOf(path)));
    const faults = mirrored
      .filter((path) => areaOf(path) !== 'engine')
      .filter(
        (path) => !existsSync(join(root, 'src', path.replace('.test.ts', '.ts'))) && !existsSync(join(root, 'src', path.replace('.test.ts', ''))),
      )
      .map((path) => `test/${path}: there is no src/${path.replace('.test.ts', '.ts')}`);
    expect(faults).toEqual([]);
  });
});

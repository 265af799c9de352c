/**
 * inferDefinition(): what a folder has → the text of an image.ts, and remarks: what was found, and what it could not take over.
 *
 * The first kind of project that the folder is decides. What else describes an environment is named, so that nobody thinks that it was read.
 */

import { readFileSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';
import { CliError } from './cli-error.js';
import { ignorePatterns } from './ignore-patterns.js';
import { imageName } from './image-name.js';
import { foundFolder, take, type FoundFolder, type InferredFields } from './infer/found-folder.js';
import { inferConda } from './infer/infer-conda.js';
import { inferNode } from './infer/infer-node.js';
import { inferPython } from './infer/infer-python.js';
import { inferR } from './infer/infer-r.js';
import { inferSnakemake } from './infer/infer-snakemake.js';
import { sourceText } from '../load/source-text.js';

export interface Inferred {
  readonly text: string;
  readonly remarks: readonly string[];
}

type Fields = Readonly<Record<string, unknown>>;

const KINDS = [inferSnakemake, inferPython, inferConda, inferR, inferNode];

/** Files that say what an environment holds. */
const TELLING = [
  ...['environment.yml', 'environment.yaml', 'conda-lock.yml', 'pixi.lock', 'pyproject.toml', 'uv.lock', 'poetry.lock', 'Pipfile.lock', 'setup.py'],
  ...['requirements.txt', 'renv.lock', 'DESCRIPTION', 'install.R', 'Cargo.toml', 'go.mod', 'Gemfile.lock', 'pom.xml', 'package.json', 'bun.lockb'],
];

export function inferDefinition(path: string): Inferred {
  if (statSync(path, { throwIfNoEntry: false })?.isDirectory() !== true) {
    throw new CliError({ code: 'no-such-folder', message: `there is no folder "${path}"` });
  }
  const folder = foundFolder(path);
  const inferred = firstOf(folder);
  const text = definition(inferred, { ...apt(folder) }, { name: imageName(basename(path)), version: '0.1' }, ignore(folder));
  for (const name of TELLING.filter((each) => folder.has(each) && !folder.taken.has(each)))
    folder.remarks.push(`found ${name}: not taken over, say what it holds in image.ts`);
  if (folder.has('Dockerfile')) folder.remarks.push('found Dockerfile: not read; generate leaves it alone unless forced');
  return { text, remarks: folder.remarks };
}

function firstOf(folder: FoundFolder): InferredFields {
  for (const infer of KINDS) {
    const inferred = infer(folder);
    if (inferred !== undefined) return inferred;
  }
  const files = 'Snakefile, requirements.txt, pyproject.toml, uv.lock, poetry.lock, environment.yml, renv.lock and package.json';
  const hint = `begin with "imagewright init"; what can be read is ${files}`;
  throw new CliError({ code: 'nothing-inferred', message: 'the folder has nothing that says what its image needs', hint });
}

/** One package a line, as Binder has it. */
function apt(folder: FoundFolder): Fields {
  if (!folder.has('apt.txt')) return {};
  const lines = folder.read('apt.txt').split(/\r?\n/);
  const packages = lines.map((line) => line.replace(/#.*/, '').trim()).filter((line) => line !== '');
  take(folder, 'apt.txt', 'its packages');
  return packages.length === 0 ? {} : { apt: packages.flatMap((line) => line.split(/\s+/)) };
}

/** The file itself is not read any more, once the generated one stands beside it. */
function ignore(folder: FoundFolder): Fields {
  if (!folder.has('.dockerignore')) return {};
  const patterns = ignorePatterns(readFileSync(join(folder.path, '.dockerignore'), 'utf8')).map(({ pattern }) => pattern);
  if (patterns.length === 0) return {};
  take(folder, '.dockerignore', 'its patterns, as ignore');
  return { ignore: patterns };
}

function definition({ fields, presets }: InferredFields, system: Fields, head: Fields, tail: Fields): string {
  const { base, ...rest } = fields;
  const start = { ...head, ...(base === undefined ? {} : { base }) };
  const preset = presets === undefined ? '' : `  presets: ${presets},\n`;
  const imports = presets === undefined ? '' : "import { pythonSnakemake } from 'imagewright/presets';\n";
  const body = `${fieldLines(start)}${preset}${fieldLines({ ...system, ...rest, ...tail })}`;
  return `import { defineImage } from 'imagewright';\n${imports}\nexport default defineImage({\n${body}});\n`;
}

function fieldLines(fields: Fields): string {
  return Object.entries(fields)
    .map(([name, value]) => `  ${name}: ${sourceText(value, '  ')},\n`)
    .join('');
}

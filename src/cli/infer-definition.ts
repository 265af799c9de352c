/**
 * inferDefinition(): what a folder has → the text of an image.ts, and remarks: what was found, and what it could not take over.
 *
 * Only files whose meaning is certain are taken over: requirements.txt, constraints.txt, apt.txt, .python-version, .dockerignore, Snakefile, package.json with
 * its lock file.
 * What else describes an environment is named, so that nobody thinks that it was read.
 */

import { readFileSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';
import { CliError } from './cli-error.js';
import { ignorePatterns } from './ignore-patterns.js';
import { imageName } from './image-name.js';
import { sourceText } from './source-text.js';

export interface Inferred {
  readonly text: string;
  readonly remarks: readonly string[];
}

interface Folder {
  readonly path: string;
  readonly has: (name: string) => boolean;
  readonly remarks: string[];
}

type Fields = Readonly<Record<string, unknown>>;

/** Files that say what an environment holds, for which the language has no field yet. */
const NOT_READ = [
  ...['environment.yml', 'environment.yaml', 'conda-lock.yml', 'pyproject.toml', 'uv.lock', 'poetry.lock', 'Pipfile.lock', 'setup.py'],
  ...['renv.lock', 'DESCRIPTION', 'install.R', 'Cargo.toml', 'go.mod', 'Gemfile.lock', 'pom.xml'],
];
const WORKFLOW_PARTS = ['Snakefile', 'workflow', 'config', 'scripts', 'rules', 'data', 'resources'];

export function inferDefinition(path: string): Inferred {
  if (statSync(path, { throwIfNoEntry: false })?.isDirectory() !== true) {
    throw new CliError({ code: 'no-such-folder', message: `there is no folder "${path}"` });
  }
  const folder: Folder = { path, has: (name) => statSync(join(path, name), { throwIfNoEntry: false }) !== undefined, remarks: [] };
  const kind =
    folder.has('Snakefile') || folder.has('workflow/Snakefile') ? snakemake : isPython(folder) ? python : folder.has('package.json') ? node : nothing;
  const text = kind(folder);
  if (folder.has('apt.txt') && kind !== nothing) folder.remarks.push('found apt.txt: its packages');
  for (const name of NOT_READ.filter(folder.has)) folder.remarks.push(`found ${name}: not taken over, say what it holds in image.ts`);
  if (kind !== node && folder.has('package.json')) folder.remarks.push('found package.json: not taken over, say what it holds in image.ts');
  if (folder.has('Dockerfile')) folder.remarks.push('found Dockerfile: not read; generate leaves it alone unless forced');
  return { text, remarks: folder.remarks };
}

function isPython({ has }: Folder): boolean {
  return has('requirements.txt') || has('.python-version');
}

function snakemake(folder: Folder): string {
  const workflow = WORKFLOW_PARTS.filter(folder.has);
  folder.remarks.push(`found a Snakemake workflow: the preset pythonSnakemake, with ${workflow.join(', ')}; add what else it reads`);
  const requirements = requirementsFiles(folder);
  const options = { ...pythonVersion(folder), workflow, ...(requirements.length === 0 ? {} : { requirements }) };
  const fields = `${fieldLines({ ...head(folder) })}  presets: [pythonSnakemake(${sourceText(options, '  ')})],\n${fieldLines({ ...apt(folder), ...ignore(folder) })}`;
  return `import { defineImage } from 'imagewright';\nimport { pythonSnakemake } from 'imagewright/presets';\n\n${definition(fields)}`;
}

function python(folder: Folder): string {
  const { python: version = '3.12' } = pythonVersion(folder);
  const [requirements] = requirementsFiles(folder);
  const constraints = folder.has('constraints.txt') ? { constraints: 'constraints.txt' } : {};
  if (folder.has('constraints.txt')) folder.remarks.push('found constraints.txt: for pip');
  folder.remarks.push('the default command is not inferred: write cmd');
  const pip = requirements === undefined ? {} : { pip: { requirements, ...constraints } };
  const base = `python:${version}-slim-bookworm`;
  return plain({ ...head(folder), base, ...apt(folder), ...pip, workdir: '/app', copy: { '.': './' }, cmd: ['python3'], ...ignore(folder) });
}

function node(folder: Folder): string {
  const manifest = JSON.parse(readFileSync(join(folder.path, 'package.json'), 'utf8')) as { scripts?: Record<string, string> };
  const locked = folder.has('package-lock.json');
  folder.remarks.push(
    locked
      ? 'found package.json and package-lock.json: npm ci'
      : 'found package.json without package-lock.json: npm install, which is not reproducible',
  );
  folder.remarks.push('the version of Node is not inferred: base says 22');
  const manifests = locked ? "['package.json', 'package-lock.json']" : "'package.json'";
  const install = locked ? 'npm ci --omit=dev' : 'npm install --omit=dev';
  const steps = `  steps: [copy(${manifests}, './'), run('${install}'), copy('.', './')],\n`;
  const command = manifest.scripts?.['start'] === undefined ? {} : { cmd: ['npm', 'start'] };
  if (manifest.scripts?.['start'] === undefined) folder.remarks.push('the default command is not inferred: package.json has no script "start"');
  const fields = `${fieldLines({ ...head(folder), base: 'node:22-bookworm-slim', ...apt(folder), workdir: '/app' })}${steps}${fieldLines({ ...command, ...ignore(folder) })}`;
  return `import { copy, defineImage, run } from 'imagewright';\n\n${definition(fields)}`;
}

function nothing(): string {
  const hint = 'begin with "imagewright init"; what can be read is requirements.txt, .python-version, Snakefile and package.json';
  throw new CliError({ code: 'nothing-inferred', message: 'the folder has nothing that says what its image needs', hint });
}

function head(folder: Folder): Fields {
  return { name: imageName(basename(folder.path)), version: '0.1' };
}

/** One package a line, as Binder has it. */
function apt(folder: Folder): Fields {
  if (!folder.has('apt.txt')) return {};
  const lines = readFileSync(join(folder.path, 'apt.txt'), 'utf8').split(/\r?\n/);
  const packages = lines.map((line) => line.replace(/#.*/, '').trim()).filter((line) => line !== '');
  return packages.length === 0 ? {} : { apt: packages.flatMap((line) => line.split(/\s+/)) };
}

/** The file itself is not read any more, once the generated one stands beside it. */
function ignore(folder: Folder): Fields {
  if (!folder.has('.dockerignore')) return {};
  const patterns = ignorePatterns(readFileSync(join(folder.path, '.dockerignore'), 'utf8')).map(({ pattern }) => pattern);
  if (patterns.length === 0) return {};
  folder.remarks.push('found .dockerignore: its patterns, as ignore');
  return { ignore: patterns };
}

function requirementsFiles(folder: Folder): readonly string[] {
  if (!folder.has('requirements.txt')) return [];
  folder.remarks.push('found requirements.txt: for pip');
  return ['requirements.txt'];
}

function pythonVersion(folder: Folder): { readonly python?: string } {
  if (!folder.has('.python-version')) return {};
  const version = readFileSync(join(folder.path, '.python-version'), 'utf8').trim();
  if (!/^3\.\d+(\.\d+)?$/.test(version)) {
    folder.remarks.push('found .python-version: not taken over, it is no version of Python 3');
    return {};
  }
  folder.remarks.push(`found .python-version: Python ${version}`);
  return { python: version };
}

function plain(fields: Fields): string {
  return `import { defineImage } from 'imagewright';\n\n${definition(fieldLines(fields))}`;
}

function definition(fields: string): string {
  return `export default defineImage({\n${fields}});\n`;
}

function fieldLines(fields: Fields): string {
  return Object.entries(fields)
    .map(([name, value]) => `  ${name}: ${sourceText(value, '  ')},\n`)
    .join('');
}

/**
 * openProject(): the definition file that a verb is about → its images, compiled and checked against the folder.
 *
 * Faults are all collected before anything is reported; warnings go to stderr, errors are thrown as one DefinitionError. Nothing is written.
 *
 * One image is written to `Dockerfile`; of several, each to `NAME.Dockerfile`.
 */

import { basename, dirname, join, resolve } from 'node:path';
import type { LayerPolicy } from '../layer-policy.js';
import { findDefinitionFile, loadDefinitions, type LoadedDefinition } from '../load/load.js';
import { compile, type Compiled } from '../pipeline.js';
import { CliError } from './cli-error.js';
import { checkContext } from './context.js';
import { DefinitionError } from './definition-error.js';
import { divertStdout } from './divert-stdout.js';
import type { Fault } from './fault.js';
import { locateFaults } from './locate-faults.js';
import type { Output } from './output.js';
import { overruledIgnore } from './overruled-ignore.js';
import { reportFaults } from './report.js';
import { checkRequirements } from './requirements.js';

export interface ProjectOptions {
  /** The definition file; undefined: the one of the working directory. */
  readonly file: string | undefined;
  /** What a definition that is a function is told: the verb. */
  readonly verb: string;
  /** One of several images. */
  readonly name?: string | undefined;
  readonly layers?: LayerPolicy | undefined;
  readonly comments?: boolean | undefined;
}

export type CompiledImage = Extract<Compiled, { readonly ok: true }>;

export interface ProjectImage {
  readonly name: string;
  readonly compiled: CompiledImage;
  /** Absolute path of its Dockerfile, unless another is asked for. */
  readonly dockerfile: string;
}

export interface Project {
  /** Absolute. */
  readonly file: string;
  /** Absolute; also the build context. */
  readonly folder: string;
  readonly images: readonly ProjectImage[];
  readonly warnings: readonly Fault[];
}

export async function openProject(options: ProjectOptions, output: Output): Promise<Project> {
  const file = definitionFile(options.file);
  const folder = dirname(file);
  divertStdout();
  const { definitions } = await loadDefinitions(file, { env: process.env, mode: options.verb, args: [] });
  const chosen = chooseDefinitions(definitions, options.name);
  const results = chosen.map(({ name, loaded }) => ({ name, loaded, compiled: compileLoaded(loaded, folder, options) }));
  const pending = results.flatMap(({ loaded, compiled }) => compiled.diagnostics.map((diagnostic) => ({ diagnostic, path: loaded.path })));
  const specs = results.flatMap(({ compiled }) => (compiled.ok ? [compiled.spec] : []));
  const ignored = options.verb === 'run' ? [] : overruledIgnore(specs, folder);
  const located = pending.length === 0 ? [] : await locateFaults(file, pending);
  const faults = [...located, ...checkRequirements(specs, folder), ...ignored];
  if (faults.some((fault) => fault.severity !== 'warning')) throw new DefinitionError(faults);
  reportFaults(faults, output);
  const several = definitions.length > 1;
  const images = results.flatMap(({ name, compiled }) =>
    compiled.ok ? [{ name, compiled, dockerfile: join(folder, several ? `${name}.Dockerfile` : 'Dockerfile') }] : [],
  );
  return { file, folder, images, warnings: faults };
}

function definitionFile(named: string | undefined): string {
  const file = named === undefined ? findDefinitionFile(process.cwd()) : resolve(named);
  if (file !== undefined) return file;
  const hint = 'write one with "imagewright init", or name the file: imagewright generate path/to/image.ts';
  throw new CliError({ code: 'no-definition-file', message: 'there is no image.ts here', hint });
}

interface NamedDefinition {
  readonly name: string;
  readonly loaded: LoadedDefinition;
}

function chooseDefinitions(definitions: readonly LoadedDefinition[], wanted: string | undefined): readonly NamedDefinition[] {
  const named = definitions.map((loaded) => ({ name: definitionName(loaded), loaded }));
  if (named.length > 1) checkNames(named);
  if (wanted === undefined) return named;
  const found = named.filter(({ name }) => name === wanted);
  if (found.length > 0) return found;
  const names = named.map(({ name }) => `"${name}"`).join(', ');
  throw new CliError({ code: 'no-such-image', message: `there is no image named "${wanted}"`, hint: `the definition file has ${names}` });
}

function definitionName({ key, path, definition }: LoadedDefinition): string {
  const name: unknown = definition.name;
  return key ?? (typeof name === 'string' ? name : String(path[0] ?? 'image'));
}

/** Names of several images become names of files. */
function checkNames(named: readonly NamedDefinition[]): void {
  const names = named.map(({ name }) => name);
  const bad = names.find((name) => !/^[A-Za-z0-9][A-Za-z0-9_.-]*$/.test(name));
  if (bad !== undefined) {
    const hint = 'use letters, digits, ".", "_" and "-": it becomes the name of a file, NAME.Dockerfile';
    throw new CliError({ code: 'bad-image-name', message: `${JSON.stringify(bad)} cannot be the name of an image`, hint });
  }
  const twice = names.find((name, index) => names.indexOf(name) !== index);
  if (twice === undefined) return;
  throw new CliError({ code: 'bad-image-name', message: `two images are named "${twice}"`, hint: 'give each a name of its own' });
}

/** What the compiler says and, where it has a program, what the folder lacks. */
function compileLoaded({ definition }: LoadedDefinition, folder: string, options: ProjectOptions): Compiled {
  const { layers, comments } = options;
  const settings = { ...(layers === undefined ? {} : { layers }), ...(comments === undefined ? {} : { comments }) };
  const compiled = compile(definition, { dir: basename(folder), ...settings });
  if (!compiled.ok) return compiled;
  const missing = checkContext(compiled, folder);
  return missing.length === 0 ? compiled : { ok: false, diagnostics: [...compiled.diagnostics, ...missing] };
}

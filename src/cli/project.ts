/**
 * openProject(): the definition file that a verb is about → its images, compiled and checked against the folder.
 *
 * Faults are all collected before anything is reported; warnings go to stderr, errors are thrown as one DefinitionError. Nothing is written.
 *
 * One image is written to `Dockerfile`; of several, each to `NAME.Dockerfile`.
 */

import { dirname, join } from 'node:path';
import type { LayerPolicy } from '../layer-policy.js';
import type { LintLevel } from '../lint-level.js';
import { loadDefinitions, type LoadedDefinition } from '../load/load.js';
import type { OriginPath } from '../origin.js';
import type { Compiled } from '../pipeline.js';
import { chooseDefinitions, type NamedDefinition } from './choose-definitions.js';
import { compileLoaded } from './compile-loaded.js';
import type { CompiledImage } from './compiled-image.js';
import { contextFolder } from './context-folder.js';
import { definitionFile } from './definition-file.js';
import { DefinitionError } from './definition-error.js';
import { divertStdout } from './divert-stdout.js';
import type { Fault } from './fault.js';
import { locateFaults, type PendingFault } from './locate-faults.js';
import { neededResults } from './needed-results.js';
import { orderFaults } from './order-faults.js';
import type { Output } from './output.js';
import { overruledIgnore } from './overruled-ignore.js';
import { reportFaults } from './report.js';
import { reportLate } from './report-failure.js';
import { checkRequirements } from './requirements.js';
import { tagsOf } from './tags-of.js';
import { unbuiltBases } from './unbuilt-bases.js';
import { untilSettled } from './until-settled.js';

export interface ProjectOptions {
  /** The definition file; undefined: the one of the working directory. */
  readonly file: string | undefined;
  readonly verb: string;
  /** Words for a definition that is a function. */
  readonly arg?: readonly string[] | undefined;
  /** One of several images. */
  readonly name?: string | undefined;
  readonly layers?: LayerPolicy | undefined;
  readonly comments?: boolean | undefined;
  /** The Dockerfile that is asked for. */
  readonly output?: string | undefined;
  /** Whether the order of layers is to follow the project's history anew. */
  readonly 'refresh-order'?: boolean | undefined;
  /** What is asked for instead of a Dockerfile: `apptainer` has faults of its own. */
  readonly format?: string | undefined;
  /** Whether it is about images that are there already: then what a build needs is not looked for. */
  readonly built?: boolean | undefined;
  /** Levels of rules by their names, whatever the definition says. */
  readonly lint?: Readonly<Record<string, LintLevel>> | undefined;
  /** Is told, by their absolute paths, of the files that the result depends on. */
  readonly see?: ((files: readonly string[]) => void) | undefined;
}

export interface ProjectImage {
  readonly name: string;
  /** Of its definition, in what the file exports. */
  readonly path: OriginPath;
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
  /** Whether the file has images besides these. */
  readonly partial: boolean;
  /** Without those that a comment ignores; for `lint`, which prints them itself, all of them. */
  readonly warnings: readonly Fault[];
}

export async function openProject(options: ProjectOptions, output: Output): Promise<Project> {
  const file = definitionFile(options.file);
  const folder = dirname(file);
  divertStdout();
  const input = { env: process.env, mode: modeOf(options.verb), args: options.arg ?? [] };
  options.see?.([file]);
  const { definitions, inputs, explain } = await loadDefinitions(file, input, { guard: untilSettled });
  // Of several that are loaded one after the other, the last one tells.
  if (explain !== undefined)
    process.removeAllListeners('uncaughtException').on('uncaughtException', (error) => void explain(error).then((late) => reportLate(late, output)));
  options.see?.(inputs);
  const chosen = chooseDefinitions(definitions, options.name);
  // What an image is made from is known when it is compiled.
  const considered = options.verb === 'build' ? chooseDefinitions(definitions, undefined) : chosen;
  const pathOf = (name: string) => join(folder, definitions.length > 1 ? `${name}.Dockerfile` : 'Dockerfile');
  const facts = once(async () => (await import('./project-facts.js')).projectFacts(folder));
  const compiledAll = await Promise.all(
    considered.map(async (named) => ({
      ...named,
      compiled: await compileLoaded(named.loaded, { file, dockerfile: pathOf(named.name), facts }, options),
    })),
  );
  const results = options.name === undefined ? compiledAll : neededResults(compiledAll, options.name);
  const faults = await faultsOf({ file, folder, definitions, results, options });
  if (faults.some((fault) => fault.severity !== 'warning')) throw new DefinitionError(faults);
  const warnings = options.verb === 'lint' || faults.length === 0 ? faults : await notIgnored(faults);
  if (options.verb !== 'lint') reportFaults(warnings, output);
  const images = results.flatMap(({ name, compiled, loaded: { path } }) => (compiled.ok ? [{ name, path, compiled, dockerfile: pathOf(name) }] : []));
  return { file, folder, images, partial: images.length < definitions.length, warnings };
}

/** Git takes longer to answer than an image to compile. */
function once<T>(ask: () => T): () => T {
  let answer: { readonly value: T } | undefined;
  return () => (answer ??= { value: ask() }).value;
}

/** What a definition that is a function is told: for verbs that compare files with what would be generated, as when they were. */
function modeOf(verb: string): string {
  return verb === 'check' || verb === 'doctor' || verb === 'explain' || verb === 'lint' ? 'generate' : verb;
}

/** Few have warnings. */
async function notIgnored(faults: readonly Fault[]): Promise<readonly Fault[]> {
  return (await import('./lint/ignored-findings.js')).notIgnored(faults);
}

interface Result extends NamedDefinition {
  readonly compiled: Compiled;
}

interface Results {
  readonly file: string;
  readonly folder: string;
  readonly definitions: readonly LoadedDefinition[];
  readonly results: readonly Result[];
  readonly options: ProjectOptions;
}

/** Of the definitions, of files that they name, and of what stands in their way. */
async function faultsOf({ file, folder, definitions, results, options: { verb, built } }: Results): Promise<readonly Fault[]> {
  if (built === true) return locateFaults(file, errorsOf(results));
  const specs = results.flatMap(({ compiled }) => (compiled.ok ? [compiled.spec] : []));
  const exported = { definitions, tags: specs.flatMap(tagsOf) };
  const pending = results.flatMap(({ loaded, compiled }) => {
    const unbuilt = compiled.ok ? unbuiltBases(loaded, compiled, exported) : [];
    return [...compiled.diagnostics, ...unbuilt].map((diagnostic) => ({ diagnostic, path: loaded.path }));
  });
  const located = await locateFaults(file, pending);
  const ignored = verb === 'run' ? [] : overruledIgnore(specs, folder);
  return orderFaults([...located, ...specs.flatMap((spec) => checkRequirements([spec], contextFolder(folder, { spec }))), ...ignored], file);
}

/** What hinders a build and no more is of no interest once there is one. */
function errorsOf(results: readonly Result[]): readonly PendingFault[] {
  return results.flatMap(({ loaded: { path }, compiled }) =>
    compiled.diagnostics.filter(({ severity }) => severity !== 'warning').map((diagnostic) => ({ diagnostic, path })),
  );
}

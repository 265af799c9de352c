/**
 * compileLoaded(): a definition that was loaded → what the compiler says of it and, where that is a program, what the folder lacks for it.
 *
 * What the compiler cannot know by itself is brought along here: the project's facts, where labels ask for them, and how often files change, which stands in the Dockerfile
 * since somebody last asked the history.
 */

import { basename, dirname, isAbsolute, join, relative, resolve } from 'node:path';
import type { Diagnostic } from '../diagnostics.js';
import type { PathChanges } from '../ir/change-probability.js';
import type { LoadedDefinition } from '../load/load.js';
import { compile, type Compiled, type CompileOptions } from '../pipeline.js';
import { readChanges } from '../print/changes-line.js';
import type { ProjectFacts } from '../spec/project-facts.js';
import type { ImageSpec } from '../spec/spec.js';
import { contextFolder } from './context-folder.js';
import { checkContext, checkFurtherContexts, contextSources } from './context.js';
import type { ProjectOptions } from './project.js';
import { withApptainer } from './with-apptainer.js';
import { readText } from './write.js';

interface Surroundings {
  /** The definition file, absolute. */
  readonly file: string;
  /** Its Dockerfile, unless another is asked for. */
  readonly dockerfile: string;
  /** Those of the project: of several images, whichever asks. */
  readonly facts: () => Promise<ProjectFacts>;
}

export async function compileLoaded(
  { definition }: LoadedDefinition,
  { file, dockerfile, facts }: Surroundings,
  options: ProjectOptions,
): Promise<Compiled> {
  const folder = dirname(file);
  const all = { ...compileOptions(file, options), ...knownChanges(resolve(options.output ?? dockerfile), options) };
  const first = compile(definition, all);
  if (options.built === true) return first;
  const more = await moreOptions(first, { folder, facts }, options);
  const settings = { ...all, ...more };
  const compiled = Object.keys(more).length > 0 ? compile(definition, settings) : first;
  const made = compiled.ok ? compiled : compiled.partial;
  if (made === undefined) return compiled;
  const context = contextFolder(folder, made);
  options.see?.(contextSources(made.program).map(({ source }) => join(context, source)));
  const missing = [...checkFurtherContexts(made.spec, folder), ...checkContext(made, context)];
  const faults = missing.length === 0 ? await certificateFaults(made.spec, context) : missing;
  if (faults.length > 0) return { ok: false, diagnostics: [...compiled.diagnostics, ...faults] };
  return compiled.ok && options.format === 'apptainer' ? withApptainer(compiled, definition, settings) : compiled;
}

function compileOptions(file: string, { layers, comments, output, lint }: ProjectOptions): CompileOptions {
  const folder = dirname(file);
  const settings = { ...(layers === undefined ? {} : { layers }), ...(comments === undefined ? {} : { comments }), ...(lint && { lint }) };
  return { dir: basename(folder), source: basename(file), ...outputIn(folder, output), path: folder.replaceAll('\\', '/'), ...settings };
}

/** What the Dockerfile says that is there. */
function knownChanges(dockerfile: string, options: ProjectOptions): { readonly changes?: PathChanges } {
  const text = options['refresh-order'] === true ? undefined : readText(dockerfile);
  const changes = text === undefined ? undefined : readChanges(text);
  return changes === undefined ? {} : { changes };
}

/** What is known only when the program is: few ask for it, and git takes longer to answer than all else together. */
async function moreOptions(
  first: Compiled,
  { folder, facts }: Pick<Surroundings, 'facts'> & { readonly folder: string },
  options: ProjectOptions,
): Promise<Pick<CompileOptions, 'project' | 'changes'>> {
  if (!first.ok) return {};
  const asks = asksForFacts(first);
  if (asks) options.see?.([join(folder, 'package.json')]);
  const project = asks ? { project: await facts() } : {};
  return { ...project, ...(await changedChanges(first, folder, options)) };
}

/** Asked for anew, or without what the program does not name any more. */
async function changedChanges(
  first: Extract<Compiled, { readonly ok: true }>,
  folder: string,
  options: ProjectOptions,
): Promise<{ readonly changes?: PathChanges }> {
  const { changes = {} } = first.program;
  if (options['refresh-order'] !== true && Object.keys(changes).length === 0) return {};
  const sources = contextSources(first.program).map(({ source }) => source);
  if (options['refresh-order'] === true) return { changes: await (await import('./history.js')).pathChanges(contextFolder(folder, first), sources) };
  const used = Object.entries(changes).filter(([path]) => sources.includes(path));
  return used.length === Object.keys(changes).length ? {} : { changes: Object.fromEntries(used) };
}

/** Few have any, and what reads them takes its time to load. */
async function certificateFaults(spec: ImageSpec, folder: string): Promise<readonly Diagnostic[]> {
  if (spec.stages.every(({ certificates }) => certificates.length === 0)) return [];
  return (await import('./check-certificates.js')).checkCertificates(spec, folder);
}

export function asksForFacts(compiled: Compiled): boolean {
  return compiled.ok && compiled.spec.stages.some(({ oci }) => oci !== undefined);
}

/** Nothing where it is outside of the context. */
function outputIn(folder: string, output: string | undefined): { readonly output?: string } {
  const path = output === undefined ? '' : relative(folder, resolve(output)).replaceAll('\\', '/');
  return path === '' || path.startsWith('../') || isAbsolute(path) ? {} : { output: path };
}

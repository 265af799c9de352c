/**
 * checkContext(): whether what a program takes from the build context is there, and inside it.
 *
 * In: the program and the folder of the context. Out: an error for each source that no file matches (`missing-source`) and for each that a link leads out of the
 * folder (`outside-context`), and for each folder where the content of a file is read (`not-a-file`). Patterns are Docker's (`*.csv`, `data/[ab]?`); they match one folder level at a time.
 */

import { realpathSync, statSync } from 'node:fs';
import { join, sep } from 'node:path';
import type { Diagnostic } from '../diagnostics.js';
import type { Instruction } from '../ir/instruction.js';
import type { Program } from '../ir/program.js';
import { childOrigin, type Located, type Origin } from '../origin.js';
import { didYouMean } from '../spec/did-you-mean.js';
import type { ImageSpec, RunSpec } from '../spec/spec.js';
import { literalPath, type PathText } from '../text.js';
import { entriesOf, matchSource } from './match-source.js';

export interface ContextSource {
  /** Relative to the context. */
  readonly source: string;
  readonly origin: Origin;
}

export interface CompiledContext {
  readonly program: Program;
  /** Knows of files that are read where exactly they are named. */
  readonly spec: ImageSpec;
}

export function checkContext({ program, spec }: CompiledContext, folder: string): readonly Diagnostic[] {
  const named = namedFiles(spec);
  const read = new Set(readFiles(spec).map(({ value }) => value));
  if (spec.context !== undefined && !isFolder(folder)) return [noContext(spec.context)];
  const root = realpathSync(folder);
  const sources = contextSources(program);
  // A file that is taken itself is not what another name was meant to be: package.json, where there is no package-lock.json.
  const meant = (path: string) => !sources.some(({ source }) => source === path);
  return sources.flatMap(({ source, origin: whole }) => {
    const origin = named.get(source) ?? whole;
    const found = matchSource(source, folder);
    if (found.length === 0) return [missing(source, origin, neighbours(source, folder).filter(meant))];
    const outside = found.find((path) => !isInside(path, root));
    if (outside !== undefined) return [leadsOut(source, origin)];
    return read.has(source) && isFolder(join(folder, source)) ? [noFile(source, origin)] : [];
  });
}

function noFile(source: string, origin: Origin): Diagnostic {
  return { code: 'not-a-file', severity: 'error', origin, message: `"${source}" is a folder, not a file`, hint: 'name a file in it' };
}

/** Of the further contexts those that are to be folders, relative to that of the definition, and are none. */
export function checkFurtherContexts({ contexts }: ImageSpec, folder: string): readonly Diagnostic[] {
  return contexts.flatMap(({ value, origin }) =>
    value === undefined || value.includes('://') || isFolder(join(folder, value)) ? [] : [noContext({ value, origin })],
  );
}

function namedFiles(spec: ImageSpec): ReadonlyMap<string, Origin> {
  const used = spec.stages.flatMap(({ steps }) => steps.flatMap((step) => (step.kind === 'run' ? [...step.uses, ...boundFiles(step)] : [])));
  return new Map([...readFiles(spec), ...used].map(({ value, origin }) => [value, origin]));
}

/** Each of them one file, whose content is read. */
function readFiles({ stages }: ImageSpec): readonly Located<string>[] {
  return stages.flatMap(({ pip, certificates }) => [...(pip?.requirements ?? []), ...(pip?.constraints ?? []), ...certificates]);
}

function boundFiles({ mounts, origin }: RunSpec): readonly Located<string>[] {
  return mounts.flatMap((mount, index) => {
    if (mount.type !== 'bind' || mount.from !== undefined || typeof mount.source !== 'string') return [];
    return [{ value: mount.source, origin: childOrigin(origin, 'mounts', index) }];
  });
}

/** Each source once, in order of use. */
export function contextSources(program: Program): readonly ContextSource[] {
  const sources = new Map<string, ContextSource>();
  for (const stage of program.stages) {
    for (const used of stage.instructions.flatMap(sourcesOf)) if (!sources.has(used.source)) sources.set(used.source, used);
  }
  return [...sources.values()];
}

function sourcesOf(instruction: Instruction): readonly ContextSource[] {
  const origin = instruction.origins[0] ?? { path: [] };
  if (instruction.kind === 'from') return (instruction.triggers ?? []).flatMap(sourcesOf);
  const mounts = instruction.kind === 'run' || instruction.kind === 'install' ? instruction.mounts : [];
  const bound = mounts.flatMap((mount) => (mount.type === 'bind' && mount.from === undefined ? literalSource(mount.source ?? '.', origin) : []));
  const copied =
    instruction.kind === 'copy' && instruction.from === undefined ? instruction.sources.flatMap((source) => literalSource(source, origin)) : [];
  const archives = instruction.kind === 'add' ? instruction.sources : [];
  const unpacked = archives.flatMap((source) => (source.type === 'archive' ? [{ source: source.path, origin }] : []));
  const read = instruction.kind === 'install' ? instruction.reads.map((file) => ({ source: file.source, origin: file.origin })) : [];
  return [...copied, ...unpacked, ...read, ...bound];
}

/** What a variable stands for is known only to the build. */
function literalSource(path: PathText, origin: Origin): readonly ContextSource[] {
  const source = literalPath(path);
  return source === undefined ? [] : [{ source, origin }];
}

function isInside(path: string, root: string): boolean {
  try {
    const real = realpathSync(path);
    return real === root || real.startsWith(root.endsWith(sep) ? root : root + sep);
  } catch {
    // A link to nothing is copied as it is.
    return true;
  }
}

function isFolder(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() === true;
}

function noContext({ value, origin }: Located<string>): Diagnostic {
  const message = `"${value}" is not a folder, and a build context is to be one`;
  return {
    code: 'missing-context',
    severity: 'error',
    origin,
    message,
    hint: 'create it, or correct the path: it is relative to the folder of the definition file',
  };
}

function missing(source: string, origin: Origin, others: readonly string[]): Diagnostic {
  const message = `"${source}" is not in the build context`;
  const remedy = 'create it, or correct the path: it is relative to the folder of the definition file';
  return { code: 'missing-source', severity: 'error', origin, message, hint: didYouMean(source, others) ?? remedy };
}

/** The path with its first wrong name replaced by each that stands there. */
function neighbours(source: string, folder: string): readonly string[] {
  const names = source.split('/').filter((name) => name !== '' && name !== '.');
  const wrong = names.findIndex((_, index) => matchSource(names.slice(0, index + 1).join('/'), folder).length === 0);
  const before = names.slice(0, wrong);
  const siblings = matchSource(before.join('/'), folder).flatMap(entriesOf);
  return siblings.map((sibling) => [...before, sibling, ...names.slice(wrong + 1)].join('/'));
}

function leadsOut(source: string, origin: Origin): Diagnostic {
  const message = `"${source}" leads out of the build context by a symbolic link`;
  return { code: 'outside-context', severity: 'error', origin, message, hint: 'copy what it points to into the folder of the definition file' };
}

/**
 * printDockerignore(): an allow-list of the build context, for `Dockerfile.dockerignore`: exactly what COPY and bind mounts name, less what is never meant to be
 * in an image.
 *
 *     COPY requirements.txt src /app/        *
 *                                            !requirements.txt
 *                                            !src
 *
 * Where the whole context is copied, all of it is sent but this project's own files. `.git`, `.env`, `.venv` and what is made
 * in the image itself (`node_modules`) stay out wherever they are, unless named themselves.
 */

import { posix } from 'node:path';
import type { Instruction } from '../ir/instruction.js';
import type { Program } from '../ir/program.js';
import { pathText, type PathText } from '../text.js';
import { addHeader } from './header.js';

/** Secrets, history, and what Python made for this machine: often there, never wanted, and not to be taken along with the folder that they are in. */
const neverAlong = ['.git', '.env', '.env.*', '.venv', '__pycache__'];

export interface OwnFiles {
  /** Name of the definition file. @default 'image.ts' */
  readonly source?: string;
  /** Where the Dockerfile is written, relative to the definition file, unless to `Dockerfile` or `NAME.Dockerfile`. */
  readonly output?: string;
  /** Absolute path of the folder of the definition file, with slashes: tells its place in a context above it. @default anywhere in it */
  readonly path?: string;
}

export function printDockerignore(program: Program, own: OwnFiles = {}): string {
  const { source = 'image.ts' } = own;
  const paths = contextPaths(program);
  const leftOut = program.leftOut ?? [];
  const isLeftOut = (name: string) => neverAlong.includes(name) || name.startsWith('.env') || leftOut.includes(`**/${name}`);
  const isNamed = (path: string) => path.split('/').some(isLeftOut);
  const named = paths.filter((path) => isNamed(path) || leftOut.some((left) => `${path}/`.startsWith(`${left}/`)));
  const sections = [
    allowed(paths, ownFiles(own, program.context)),
    ['# Never taken along with the folder that they are in.', ...neverTaken(program), ...named.map((path) => `!${path}`)],
    program.ignore.length === 0 ? [] : [`# "ignore" of ${literal(source)}.`, ...program.ignore.flatMap(linesOf)],
  ];
  return addHeader(sections.map((lines) => (lines.length === 0 ? '' : `\n${lines.join('\n')}\n`)).join(''), source);
}

/** What no folder brings along, the project's own files included, and what the author leaves out, as patterns of an ignore file. */
export function leftOutPatterns(program: Program, own: OwnFiles): readonly string[] {
  const ignore = program.ignore.flatMap(linesOf).map((line) => line.trim());
  return [...ownFiles(own, program.context), ...neverTaken(program), ...ignore.filter((line) => line !== '' && !line.startsWith('#'))];
}

function neverTaken({ leftOut = [] }: Program): readonly string[] {
  return [...neverAlong.map((pattern) => `**/${pattern}`), ...leftOut];
}

function linesOf(pattern: string): readonly string[] {
  return pattern.split(/[\r\n]+/);
}

function allowed(paths: readonly string[], own: readonly string[]): readonly string[] {
  if (!paths.includes('')) return ['# What the Dockerfile copies, and nothing else, goes to the builder.', '*', ...paths.map((path) => `!${path}`)];
  return ['# The Dockerfile copies the whole folder; a change in these changes nothing in it.', ...own];
}

/** A change in these must not rebuild the layer that holds the whole context. */
function ownFiles({ source = 'image.ts', output, path }: OwnFiles, context: string | undefined): readonly string[] {
  const folder = ownFolder(path, context);
  if (folder === undefined) return ['.dockerignore'];
  const generated = ['Dockerfile', '*.Dockerfile', ...(output === undefined ? [] : [literal(output)])];
  return [...[literal(source), ...generated.flatMap((file) => [file, `${file}.dockerignore`])].map((file) => `${folder}${file}`), '.dockerignore'];
}

/** Where in the context the definition file is, as the beginning of a pattern; undefined: nowhere. */
function ownFolder(path: string | undefined, context = '.'): string | undefined {
  if (context === '.') return '';
  if (path === undefined) return context.startsWith('..') ? '**/' : undefined;
  const folder = posix.relative(posix.resolve('/', path, context), posix.resolve('/', path));
  return folder.startsWith('..') ? undefined : `${literal(folder)}/`;
}

/** A path as a pattern that matches nothing else; `?` where the file cannot have the character. */
function literal(path: string): string {
  return path.replace(/[\\*?[\]]|^[#!]/g, '\\$&').replace(/[\p{Cc}]|^\s|\s$/gu, '?');
}

/** What the program reads from the context, relative to it, sorted; '' is all of it. */
function contextPaths({ stages }: Program): readonly string[] {
  const sources = stages.flatMap(({ instructions }) => instructions.flatMap(contextSources));
  return [...new Set(sources.map(contextPath))].sort((a, b) => (a < b ? -1 : 1));
}

function contextSources(instruction: Instruction): readonly string[] {
  switch (instruction.kind) {
    case 'copy':
      return instruction.from === undefined ? instruction.sources.flatMap(sourcePatterns) : [];
    case 'add':
      return instruction.sources.flatMap((source) => (source.type === 'archive' ? [source.path] : []));
    case 'run':
      return instruction.mounts.flatMap((mount) => (mount.type === 'bind' && mount.from === undefined ? sourcePatterns(mount.source ?? '.') : []));
    case 'from':
      return (instruction.triggers ?? []).flatMap(contextSources);
    case 'install':
      return instruction.reads.map(({ source }) => source);
    default:
      return [];
  }
}

/**
 * Variables stand for anything, slashes too, and so does what is between them: `tool-$ARCH.gz` may be `tool-x/arm.gz`. `**` says that only between slashes.
 */
function sourcePatterns(source: PathText): readonly string[] {
  const parts = pathText(source);
  const isVariable = parts.map((part) => typeof part !== 'string');
  if (!isVariable.includes(true)) return [parts.join('')];
  const before = parts.slice(0, isVariable.indexOf(true)).join('');
  const after = parts.slice(isVariable.lastIndexOf(true) + 1).join('');
  const endsName = after === '' || after.startsWith('/');
  if (before === '' || before.endsWith('/')) return [`${before}**${endsName ? '' : '/*'}${after}`];
  if (after === '') return [`${before}*`];
  return endsName ? [`${before}*/**${after}`] : [`${before}*${after}`, `${before}*/**/*${after}`];
}

/** As the builder takes it: the context is the root, and nothing leads out of it. */
function contextPath(source: string): string {
  const path = posix.normalize(`/${source}`).replace(/^\/+|\/+$/g, '');
  return path === '*' || path === '**' ? '' : path;
}

/**
 * What a definition becomes, as readers that share no code with the printer see it: instructions with their values, words of shell commands, fields of mounts. Two
 * of them can be compared whole, whatever form the printer chose for each.
 */

import { posix } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import type { Diagnostic } from '../../src/diagnostics.js';
import { compile } from '../../src/pipeline.js';
import type { ImageDefinition, PartialDefinition } from '../../src/spec/types.js';
import { lex, type Lexed } from './lex-dockerfile.js';
import { shellWords } from './lex-shell.js';
import { readDockerfile, type ReadInstruction } from './read-dockerfile.js';

export type Observed =
  | { readonly refused: readonly Diagnostic[] }
  | {
      readonly dockerfile: string;
      readonly instructions: readonly unknown[];
      /** What is no part of the Dockerfile: names, tags, containers. */
      readonly spec: unknown;
    };

export function observe(definition: PartialDefinition, asText = false): Observed {
  const result = compile(definition as ImageDefinition, { comments: false, dir: 'observed' });
  if (!result.ok) return { refused: result.diagnostics.filter(({ severity }) => severity === 'error') };
  const { directives, instructions } = readDockerfile(result.dockerfile);
  return {
    dockerfile: result.dockerfile,
    instructions: [directives, ...instructions.map((each) => meaning(each, asText))],
    spec: withoutOrigins(result.spec),
  };
}

/** The same with another text, wherever the first one stands. */
export function replaced(observed: unknown, from: string, to: string): unknown {
  if (typeof observed === 'string') return observed.replaceAll(from, () => to);
  if (Array.isArray(observed)) return observed.map((item) => replaced(item, from, to));
  if (typeof observed !== 'object' || observed === null) return observed;
  return Object.fromEntries(Object.entries(observed).map(([key, value]) => [replaced(key, from, to), replaced(value, from, to)]));
}

export function isSame(first: unknown, second: unknown): boolean {
  return isDeepStrictEqual(inOrder(first), inOrder(second));
}

/** Variables and labels have no order, nor have packages; another form of a command stands on other lines. */
function inOrder(observed: unknown): unknown {
  if (Array.isArray(observed)) return observed.map(inOrder);
  if (typeof observed !== 'object' || observed === null) return observed;
  return Object.fromEntries(Object.entries(observed).map(([key, value]) => [key, ordered(key, value)]));
}

function ordered(key: string, value: unknown): unknown {
  if (key === 'script' && Array.isArray(value)) return value.filter((word) => word !== '⟨newline⟩').toSorted();
  return key === 'pairs' ? byName(value as Pairs) : inOrder(value);
}

type Pairs = readonly { readonly name: string }[];

function byName(pairs: Pairs): Pairs {
  return pairs.toSorted((first, second) => (first.name < second.name ? -1 : 1));
}

function meaning({ keyword, flags, rest, json, pairs, value, words, heredocs, trigger }: ReadInstruction, asText: boolean): unknown {
  if (trigger) return { keyword, trigger: meaning(trigger, asText) };
  // Whether a copy is linked depends on how deep its folder is.
  const own = flags.filter((flag) => flag !== '--link');
  const common = { keyword, flags: own.map((flag) => (flag.startsWith('--mount=') ? mountFields(flag) : flag)) };
  if (pairs) return { ...common, pairs: pairs.map((pair) => ({ name: pair.name, value: pair.value && shown(pair.value) })) };
  if (value) return { ...common, value: shown(value) };
  if (words)
    return {
      ...common,
      words: words.map((word) => shown(word).replace(/^\.\/(?=.)/, '')),
      heredocs: heredocs.map(({ expands, body }) => ({ expands, body })),
    };
  if (json) return { ...common, json };
  if (keyword !== 'RUN') return { ...common, rest };
  const script = scriptOf(rest, heredocs);
  return { ...common, script: asText ? script : shellWords(script) };
}

/** What the shell is given, without what fails the build when a line of it fails. */
function scriptOf(rest: string, [heredoc]: ReadInstruction['heredocs']): string {
  return (heredoc?.body ?? rest).replace(/^set -e\n/, '').replace(/\n$/, '');
}

function shown(lexed: Lexed): string {
  return lexed.map((part) => (typeof part === 'string' ? part : `⟨${part.variable}⟩`)).join('');
}

/** Of a value of CSV: `type=bind,"source=a,b"`. */
function mountFields(flag: string): readonly string[] {
  const fields = flag.slice('--mount='.length).match(/"(?:[^"]|"")*"|[^,]+/g) ?? [];
  const texts = fields.map((field) => shown(lex(field.startsWith('"') ? field.slice(1, -1).replaceAll('""', '"') : field)));
  return texts.map((field) => (/^(?:target|source)=/.test(field) ? samePath(field) : field));
}

/** A path as the builder takes it: without what leads nowhere. */
export function samePath(path: string): string {
  return posix.normalize(path).replace(/(?<=.)\/+$/, '');
}

function withoutOrigins(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutOrigins);
  if (typeof value !== 'object' || value === null) return value;
  const kept = Object.entries(value).filter(([key]) => key !== 'origin');
  return Object.fromEntries(kept.map(([key, inner]) => [key, withoutOrigins(inner)]));
}

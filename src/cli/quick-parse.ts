/**
 * quickParse(): the spelling that nearly every command line has, without loading yargs: a known verb, as many positional arguments as it takes, whole options with
 * right values. Undefined for all else (help, mistakes, bundled letters): `parse.ts` decides, and agrees with this one (test/cli/quick-parse.test.ts).
 */

import type { Options } from 'yargs';
import { commands } from './commands/index.js';
import type { AnyCommand } from './command.js';
import { optionsOf, positionals, type VerbRequest } from './request.js';

interface Draft {
  readonly options: Readonly<Record<string, Options>>;
  readonly values: Map<string, unknown>;
  readonly given: string[];
}

export function quickParse(argv: readonly string[]): VerbRequest | undefined {
  const [verb = '', ...words] = argv;
  if (!Object.hasOwn(commands, verb)) return undefined;
  const name = verb as keyof typeof commands;
  const dashes = words.indexOf('--');
  const own = dashes < 0 ? words : words.slice(0, dashes);
  const draft: Draft = { options: optionsOf(name), values: new Map(), given: [] };
  const { subject }: AnyCommand = commands[name];
  for (let index = 0; index < own.length;) {
    const used = take(own.slice(index, index + 2), draft, subject);
    if (used === 0) return undefined;
    index += used;
  }
  const values = Object.entries(draft.options).map(([key, option]) => [key, draft.values.has(key) ? draft.values.get(key) : option.default]);
  const args = { ...Object.fromEntries(values), ...positionals(subject, draft.given), afterDashes: dashes < 0 ? [] : words.slice(dashes + 1) };
  return { kind: 'verb', verb: name, args };
}

/** How many words were understood: 0, 1 or 2. */
function take([word = '', next]: readonly string[], draft: Draft, subject: AnyCommand['subject']): number {
  if (!word.startsWith('-')) {
    if (subject === undefined || (draft.given.length > 0 && subject.many !== true) || word === '') return 0;
    draft.given.push(word);
    return 1;
  }
  const negated = /^--no-(.+)$/.exec(word)?.[1];
  if (negated !== undefined) return draft.options[negated]?.type === 'boolean' && set(negated, false, draft) ? 1 : 0;
  const [spelling = '', attached] = split(word);
  const key = keyOf(spelling, draft.options);
  const option = key === undefined ? undefined : draft.options[key];
  if (key === undefined || option === undefined) return 0;
  if (option.type === 'boolean') return attached === undefined && set(key, true, draft) ? 1 : 0;
  const value = attached ?? next;
  if (value === undefined || value === '' || (attached === undefined && value.startsWith('-'))) return 0;
  if (option.choices !== undefined && !option.choices.includes(value)) return 0;
  return set(key, value, draft) ? (attached === undefined ? 2 : 1) : 0;
}

/** `--name=value`; a letter takes its value as a word of its own. */
function split(word: string): readonly [string, string?] {
  const equals = word.indexOf('=');
  return word.startsWith('--') && equals > 0 ? [word.slice(0, equals), word.slice(equals + 1)] : [word];
}

function keyOf(spelling: string, options: Readonly<Record<string, Options>>): string | undefined {
  if (spelling.startsWith('--')) return spelling.slice(2);
  return spelling.length === 2 ? Object.keys(options).find((key) => options[key]?.alias === spelling[1]) : undefined;
}

/** False when it is given twice and cannot be. */
function set(key: string, value: unknown, { options, values }: Draft): boolean {
  if (options[key]?.array === true) {
    values.set(key, [...((values.get(key) as readonly unknown[] | undefined) ?? []), value]);
    return true;
  }
  if (values.has(key)) return false;
  values.set(key, value);
  return true;
}

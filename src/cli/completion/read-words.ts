/**
 * readWords(): a command line that is being typed, without the name of the command → what is known before the word that the cursor is at.
 *
 *     build --engine do        verb build, the value "do" of --engine
 *     build --engine=do        the same, kept with `--engine=` before it
 *     build --engine = do      the same, as bash splits it
 */

import type { Options } from 'yargs';
import { globalOptions } from '../command.js';
import { commands } from '../commands/index.js';
import { optionsOf } from '../request.js';

type Verb = keyof typeof commands;
type OptionTable = Readonly<Record<string, Options>>;

export interface TypedWords {
  readonly verb: Verb | undefined;
  readonly options: OptionTable;
  /** Long names of those that are there. */
  readonly given: ReadonlySet<string>;
  /** Of those that take one, the last. */
  readonly values: ReadonlyMap<string, string>;
  readonly positionals: readonly string[];
  /** Whether `--` was there: what follows is the engine's. */
  readonly isEngines: boolean;
  /** The option whose value is typed. */
  readonly awaits: string | undefined;
  readonly current: string;
  /** What stands before each answer: `--engine=`. */
  readonly prefix: string;
}

export function readWords(words: readonly string[]): TypedWords {
  const typed = words.at(-1) ?? '';
  const draft: Draft = { verb: undefined, options: globalOptions, given: new Set(), values: new Map(), positionals: [], awaits: undefined };
  const before = words.slice(0, -1);
  const dashes = before.indexOf('--');
  for (const word of dashes < 0 ? before : before.slice(0, dashes)) take(word, draft);
  const [name, attached] = typed.startsWith('--') && typed.includes('=') ? splitAt(typed) : [undefined, typed];
  const isValue = name !== undefined && takesValue(draft.options[name]);
  const awaits = isValue ? name : draft.awaits;
  const current = isValue ? attached : typed === '=' && awaits !== undefined ? '' : typed;
  return { ...draft, isEngines: dashes >= 0, awaits, current, prefix: isValue ? `--${name}=` : '' };
}

interface Draft {
  verb: Verb | undefined;
  options: OptionTable;
  readonly given: Set<string>;
  readonly values: Map<string, string>;
  readonly positionals: string[];
  awaits: string | undefined;
}

function take(word: string, draft: Draft): void {
  if (draft.awaits !== undefined) {
    if (word === '=') return;
    draft.values.set(draft.awaits, word);
    draft.awaits = undefined;
    return;
  }
  if (word.startsWith('-')) return takeOption(word, draft);
  if (draft.verb !== undefined) draft.positionals.push(word);
  else if (Object.hasOwn(commands, word)) {
    draft.verb = word as Verb;
    draft.options = optionsOf(draft.verb);
  }
}

function takeOption(word: string, draft: Draft): void {
  const [spelling, attached] = word.startsWith('--') && word.includes('=') ? splitAt(word) : [longName(word, draft.options), undefined];
  const name = spelling.replace(/^no-/, '');
  draft.given.add(name);
  if (attached !== undefined) draft.values.set(name, attached);
  else if (takesValue(draft.options[name])) draft.awaits = name;
}

function longName(word: string, options: OptionTable): string {
  if (word.startsWith('--')) return word.slice(2);
  const letter = word.at(-1);
  return Object.keys(options).find((name) => options[name]?.alias === letter) ?? '';
}

function splitAt(word: string): readonly [string, string] {
  return [word.slice(2, word.indexOf('=')), word.slice(word.indexOf('=') + 1)];
}

function takesValue(option: Options | undefined): boolean {
  return option !== undefined && option.type !== 'boolean';
}

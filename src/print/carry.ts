/**
 * What a place in a Dockerfile can carry.
 *
 * In: a string and the place where it is to stand. Out: why it cannot stand there, or undefined. Control and bidirectional characters would be carried, but
 * they make a file show something else than what it holds, so that no reviewer could trust it: only scripts and JSON (where they are escaped) have them.
 */

import type { Text, Variable } from '../text.js';
import type { Fault } from './line.js';

/** `line`: one lexed line; `flag`: a `--flag=value`; `script`: a heredoc; `json`: an element of a JSON array. */
export type Alphabet = 'line' | 'flag' | 'script' | 'json';

export interface Place {
  /** As it stands in a message: `ENV`, `the path of COPY`. */
  readonly name: string;
  readonly alphabet: Alphabet;
  /** What to do instead; a remedy for the character is given when absent. */
  readonly hint?: string;
}

interface CharacterFault {
  readonly what: string;
  readonly pattern: RegExp;
  readonly alphabets: readonly Alphabet[];
  readonly hint: string;
}

/** Longest physical line that BuildKit reads, in bytes, heredoc bodies included. */
export const LONGEST_LINE = 65_535;

/** Longest argument that Linux gives to a program (MAX_ARG_STRLEN less its NUL): a script for `sh -c` is one argument. */
export const LONGEST_ARGUMENT = 131_071;

const characterFaults: readonly CharacterFault[] = [
  { what: 'a NUL character', pattern: /\0/, alphabets: ['line', 'flag', 'script', 'json'], hint: 'leave it out' },
  {
    what: 'half of a surrogate pair',
    pattern: /[\ud800-\udfff]/u,
    alphabets: ['line', 'flag', 'script', 'json'],
    hint: 'a Dockerfile is UTF-8: write the whole character',
  },
  { what: 'a newline', pattern: /\n/, alphabets: ['line', 'flag'], hint: 'write the text to a file with "files", or set it in a script' },
  {
    what: 'a carriage return',
    pattern: /\r/,
    alphabets: ['line', 'flag', 'script'],
    hint: 'end lines with a newline alone, or copy a file that has it',
  },
  {
    what: 'a control character',
    pattern: /[\x01-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f]/,
    alphabets: ['line', 'flag'],
    hint: 'write it as an escape that its reader knows',
  },
  {
    what: 'a bidirectional control character',
    pattern: /[\u202a-\u202e\u2066-\u2069]/,
    alphabets: ['line', 'flag'],
    hint: 'leave it out: it makes the text show in another order than it is read',
  },
  { what: 'a character that is not printable ASCII', pattern: /[^\x20-\x7e]/, alphabets: ['flag'], hint: 'use a name of ASCII characters' },
];

export function carryFault(value: string, place: Place): Fault | undefined {
  const fault = characterFaults.find(({ pattern, alphabets }) => alphabets.includes(place.alphabet) && pattern.test(value));
  if (fault) return { message: `${shown(value)} has ${fault.what}, which ${place.name} cannot carry`, hint: place.hint ?? fault.hint };
  if (place.alphabet !== 'script' || value.split('\n').every((line) => byteLength(line) <= LONGEST_LINE)) return undefined;
  return {
    message: `${shown(value)} has a line of more than ${LONGEST_LINE} bytes, which ${place.name} cannot carry`,
    hint: 'copy it from a file of the context',
  };
}

/** The same for a text with variables. */
export function textFault(text: Text, place: Place): Fault | undefined {
  const faults = text.map((part) =>
    typeof part === 'string' ? carryFault(part, place) : (variableFault(part) ?? carryFault(part.word ?? '', place)),
  );
  return faults.find((fault) => fault !== undefined);
}

function variableFault({ variable, operator, word = '' }: Variable): Fault | undefined {
  if (!/^[A-Za-z_][A-Za-z0-9_]*$/.test(variable)) {
    return { message: `${shown(variable)} cannot be the name of a variable`, hint: 'use letters, digits and "_", a digit not first' };
  }
  if (operator === undefined) return undefined;
  if (!/^(:?[-+?]|##?|%%?|\/\/?)$/.test(operator)) {
    return { message: `${shown(operator)} is no operator of a variable`, hint: 'the builder knows :- - :+ + :? ? # ## % %% / and //' };
  }
  if (!/^[#%/]/.test(operator) || /^[^\\"'$}\s]*$/.test(word)) return undefined;
  return { message: `${shown(word)} cannot be the pattern of a variable`, hint: 'use a pattern without blanks, quotes, "\\", "$" and "}"' };
}

/** Fault of a value that must have a certain form where it stands. */
export function formFault(value: string, { form, name, hint }: { form: RegExp; name: string; hint: string }): Fault | undefined {
  return form.test(value) ? undefined : { message: `${shown(value)} cannot be ${name}`, hint };
}

/** A value as messages quote it: on one line, its invisible characters escaped, cut when long. */
export function shown(value: string): string {
  const characters = [...value];
  const start = characters.length > 60 ? `${characters.slice(0, 57).join('')}…` : value;
  return JSON.stringify(start).replace(/[\x7f-\x9f\u202a-\u202e\u2066-\u2069\u2028\u2029]/g, unicodeEscape);
}

export function unicodeEscape(character: string): string {
  return `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
}

export function byteLength(text: string): number {
  return Buffer.byteLength(text, 'utf8');
}

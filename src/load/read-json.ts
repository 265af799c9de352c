/**
 * readJson(): the value of a JSON text; a syntax error is a LoadError with its place, in the same words on every version of Node.
 */

import { LoadError } from './load-error.js';
import { textPosition } from './text-position.js';

export function readJson(file: string, text: string): unknown {
  const json = text.replace(/^\uFEFF/, '');
  try {
    return JSON.parse(json) as unknown;
  } catch {
    throw syntaxError(file, json, faultOf(json) ?? { offset: 0, message: 'syntax error: expected JSON' });
  }
}

/** The same, of a text in which no key of an object may stand twice: the first would be lost without a word. */
export function readStrictJson(file: string, text: string): unknown {
  const value = readJson(file, text);
  const json = text.replace(/^\uFEFF/, '');
  const fault = faultOf(json);
  if (fault !== undefined) throw syntaxError(file, json, fault);
  return value;
}

interface Fault {
  readonly offset: number;
  readonly message: string;
  readonly hint?: string;
}

function syntaxError(file: string, json: string, { offset, ...fault }: Fault): LoadError {
  return new LoadError({ code: 'definition-syntax', ...fault, file, ...textPosition(json, offset) });
}

const string = /"(?:[^"\\\u0000-\u001f]|\\(?:["\\/bfnrt]|u[0-9A-Fa-f]{4}))*"/y;
const scalar = /true|false|null|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y;
const blank = /[ \t\r\n]*/y;

/** Where a text stops being JSON, or says a key again. */
function faultOf(text: string): Fault | undefined {
  const reader = createReader(text);
  try {
    readValue(reader);
    reader.need(reader.atEnd(), 'the end of the file');
  } catch (fault) {
    return fault as Fault;
  }
  return undefined;
}

interface Reader {
  /** Steps over what the pattern matches here; false where it does not. */
  readonly take: (pattern: RegExp) => boolean;
  /** Steps over a character, and blanks around it. */
  readonly skip: (character: string) => boolean;
  readonly atEnd: () => boolean;
  readonly need: (found: boolean, expected: string) => void;
  /** Steps over a key of an object that has these already. */
  readonly takeKey: (keys: Set<string>) => void;
}

function createReader(text: string): Reader {
  let offset = 0;
  const take = (pattern: RegExp): boolean => {
    pattern.lastIndex = offset;
    const length = pattern.exec(text)?.[0].length;
    offset += length ?? 0;
    return length !== undefined;
  };
  const skip = (character: string): boolean => {
    take(blank);
    const found = text[offset] === character;
    if (found) offset += 1;
    take(blank);
    return found;
  };
  const atEnd = (): boolean => take(blank) && offset === text.length;
  const need = (found: boolean, expected: string): void => {
    if (!found) throw { offset, message: `syntax error: expected ${expected}` } satisfies Fault;
  };
  const takeKey = (keys: Set<string>): void => {
    const start = offset;
    need(take(string), 'a key in double quotes');
    const key = JSON.parse(text.slice(start, offset)) as string;
    if (keys.has(key))
      throw { offset: start, message: `the key ${JSON.stringify(key)} is there twice`, hint: 'leave one of them out' } satisfies Fault;
    keys.add(key);
  };
  return { take, skip, atEnd, need, takeKey };
}

function readValue(reader: Reader): void {
  if (reader.skip('{')) return readEntries(reader);
  if (reader.skip('[')) return readItems(reader, ']', readValue);
  if (!reader.take(/(?=")/y)) return reader.need(reader.take(scalar), 'a value');
  reader.need(reader.take(string), 'a complete string');
}

function readEntries(reader: Reader): void {
  const keys = new Set<string>();
  readItems(reader, '}', () => {
    reader.takeKey(keys);
    reader.need(reader.skip(':'), '":"');
    readValue(reader);
  });
}

function readItems(reader: Reader, end: string, readItem: (reader: Reader) => void): void {
  if (reader.skip(end)) return;
  do readItem(reader);
  while (reader.skip(','));
  reader.need(reader.skip(end), `"," or "${end}"`);
}

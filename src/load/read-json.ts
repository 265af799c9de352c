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
    const fault = faultOf(json);
    const message = `syntax error: expected ${fault.expected}`;
    throw new LoadError({ code: 'definition-syntax', message, file, ...textPosition(json, fault.offset) });
  }
}

interface Fault {
  readonly offset: number;
  readonly expected: string;
}

const string = /"(?:[^"\\\u0000-\u001f]|\\(?:["\\/bfnrt]|u[0-9A-Fa-f]{4}))*"/y;
const scalar = /true|false|null|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y;
const blank = /[ \t\r\n]*/y;

/** Where a text that is no JSON stops being JSON. */
function faultOf(text: string): Fault {
  const reader = createReader(text);
  try {
    readValue(reader);
    reader.need(reader.atEnd(), 'the end of the file');
  } catch (fault) {
    return fault as Fault;
  }
  return { offset: 0, expected: 'JSON' };
}

interface Reader {
  /** Steps over what the pattern matches here; false where it does not. */
  readonly take: (pattern: RegExp) => boolean;
  /** Steps over a character, and blanks around it. */
  readonly skip: (character: string) => boolean;
  readonly atEnd: () => boolean;
  readonly need: (found: boolean, expected: string) => void;
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
    if (!found) throw { offset, expected } satisfies Fault;
  };
  return { take, skip, atEnd, need };
}

function readValue(reader: Reader): void {
  if (reader.skip('{')) return readItems(reader, '}', readEntry);
  if (reader.skip('[')) return readItems(reader, ']', readValue);
  if (!reader.take(/(?=")/y)) return reader.need(reader.take(scalar), 'a value');
  reader.need(reader.take(string), 'a complete string');
}

function readEntry(reader: Reader): void {
  reader.need(reader.take(string), 'a key in double quotes');
  reader.need(reader.skip(':'), '":"');
  readValue(reader);
}

function readItems(reader: Reader, end: string, readItem: (reader: Reader) => void): void {
  if (reader.skip(end)) return;
  do readItem(reader);
  while (reader.skip(','));
  reader.need(reader.skip(end), `"," or "${end}"`);
}

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
  const need = (found: boolean, expected: string): void => {
    if (!found) throw { offset, expected } satisfies Fault;
  };
  const items = (end: string, item: () => void): void => {
    if (skip(end)) return;
    do item();
    while (skip(','));
    need(skip(end), `"," or "${end}"`);
  };
  const value = (): void => {
    if (skip('{')) return items('}', entry);
    if (skip('[')) return items(']', value);
    need(take(text[offset] === '"' ? string : scalar), text[offset] === '"' ? 'a complete string' : 'a value');
  };
  const entry = (): void => {
    need(take(string), 'a key in double quotes');
    need(skip(':'), '":"');
    value();
  };
  return catchFault(() => {
    value();
    take(blank);
    need(offset === text.length, 'the end of the file');
  });
}

function catchFault(scan: () => void): Fault {
  try {
    scan();
  } catch (fault) {
    return fault as Fault;
  }
  return { offset: 0, expected: 'JSON' };
}

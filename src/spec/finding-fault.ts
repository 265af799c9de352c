/** Words for what the schema finds: unknown fields, missing fields, wrong types, unknown words. */

import { quoted, type Fault } from './check/fault.js';
import { didYouMean } from './did-you-mean.js';
import { isObject } from './is-object.js';
import type { Finding } from './schema/run-schema.js';

const EXPECTED: Readonly<Record<string, string>> = { string: 'a string', number: 'a number', boolean: 'true or false', null: 'null', false: 'false' };

/** `place` is the value's origin as a person writes it: `apt[1]`. */
export function findingFault(finding: Finding, place: string): Fault {
  switch (finding.type) {
    case 'fault':
      return finding.fault;
    case 'unknown-field':
      return {
        code: 'unknown-field',
        message: `unknown field ${quoted(finding.key)}`,
        hint: didYouMean(finding.key, finding.known) ?? fieldsHint(finding.known),
      };
    case 'missing-field':
      return { code: 'missing-field', message: `${place || 'the definition'} has no "${finding.key}"`, hint: `write { ${finding.key}: … }` };
    case 'unknown-value':
      return unknownValue(finding.input, finding.known, place);
    case 'wrong-type':
      return {
        code: 'wrong-type',
        message: `${place || 'the definition'} must be ${EXPECTED[finding.expected] ?? finding.expected}, not ${described(finding.input)}`,
        ...(listHint(finding, place) ?? kindHint(finding.input)),
      };
    default:
      return finding satisfies never;
  }
}

function fieldsHint(known: readonly string[]): string {
  return known.length > 15 ? 'take it out; what the language does not know can be said with "raw"' : `the fields are ${known.join(', ')}`;
}

function unknownValue(input: unknown, known: readonly string[], place: string): Fault {
  const choice = known.map((word) => `"${word}"`);
  const all = choice.length === 1 ? choice.join('') : `${choice.slice(0, -1).join(', ')} or ${choice.at(-1)}`;
  const near = typeof input === 'string' ? didYouMean(input, known) : undefined;
  return {
    code: 'unknown-value',
    message: `${place} must be ${all}, not ${typeof input === 'string' ? quoted(input) : described(input)}`,
    ...(near !== undefined && { hint: near }),
  };
}

function described(input: unknown): string {
  if (input === null || input === undefined || typeof input === 'boolean' || Number.isNaN(input)) return String(input);
  if (Array.isArray(input)) return 'a list';
  if (isObject(input)) return typeof input['kind'] === 'string' && /^[a-z]+$/.test(input['kind']) ? `${input['kind']}(…)` : 'an object';
  if (typeof input === 'object') return `an instance of ${classOf(input)}`;
  return typeof input === 'string' ? 'a string' : `a ${typeof input}`;
}

function classOf(input: object): string {
  const { constructor } = input as { readonly constructor?: unknown };
  return typeof constructor === 'function' && constructor.name !== '' ? constructor.name : 'a class';
}

/** A single value where a list of them is wanted; a command line where a list of arguments is. Only of what a list may hold and is surely one item, or surely words. */
function listHint({ input, expected, alone }: Extract<Finding, { type: 'wrong-type' }>, place: string): { readonly hint: string } | undefined {
  if (alone !== true || typeof input !== 'string' || !/^[^'\\\p{Cc}]{1,60}$/u.test(input)) return undefined;
  const isPlain = /^[\w./:@%+,=-]+(?: [\w./:@%+,=-]+)*$/.test(input);
  if (expected === 'a list of arguments' && !isPlain) return undefined;
  const field = /(?:^|\.)(\w+)$/.exec(place)?.[1];
  const holdsWords = expected === 'a list of arguments' || expected.startsWith('a list of package names');
  const words = holdsWords ? input.split(' ') : [input];
  if (field === 'shell' && words.length === 1) words.push('-c');
  return { hint: `write ${field === undefined ? '' : `${field}: `}[${words.map((word) => `'${word}'`).join(', ')}]` };
}

/** Whoever writes a secret, a replacement, an instance or an option where it does not go wants to know where, or as what, it does. */
function kindHint(input: unknown) {
  if (typeof input === 'object' && input !== null && !Array.isArray(input) && !isObject(input)) {
    return { hint: input instanceof Map ? 'write Object.fromEntries(…) around it' : 'write a plain object, a list or a string' };
  }
  if (!isObject(input)) return {};
  if ('script' in input) return { hint: "write run('make', { uses: ['Makefile'] }): the script first, the rest behind it" };
  if (input['kind'] === 'secret') return { hint: "secrets are mounts of a run: run: [{ script, mounts: [secret('…')] }]" };
  return input['kind'] === 'override' ? { hint: 'leave out override(…): here the later value wins anyway' } : {};
}

/** Texts, values and lists of texts. */

import * as v from 'valibot';
import { argumentFault, scriptFault, textFault } from '../check/characters.js';
import type { Check, Fault } from '../check/fault.js';
import { countFault } from '../check/numbers.js';
import { variableSecretFault } from '../check/secrets.js';
import { parseExpansion } from '../parse-expansion.js';
import type { Expansion, Value } from '../types.js';
import { valueText } from '../value-text.js';
import { shownText } from '../../text.js';
import { checked, either, list, overridable, shape, withJson } from './primitives.js';

export const emptyFault: Check<string> = (value) =>
  value.trim() === '' ? { code: 'empty-text', message: 'the text is empty', hint: 'write something, or leave the field out' } : undefined;

/** Text without control characters, and whatever else is checked; at most one fault is told. */
export function text(...checks: readonly Check<string>[]) {
  return checked(v.string(), first(textFault, ...checks));
}

/** The first fault that any of the checks finds. */
export function first<T>(...checks: readonly Check<T>[]): Check<T> {
  return (value) => {
    for (const check of checks) {
      const fault = check(value);
      if (fault) return fault;
    }
    return undefined;
  };
}

/** Text that is not empty. */
export const words = text(emptyFault);

export const flag = v.boolean();

export function count(least: number, most?: number) {
  return withJson(checked(v.number(), countFault(least, most)), { type: 'integer', minimum: least, ...(most !== undefined && { maximum: most }) });
}

/** A user or group id: the last number means "none". */
export const id = count(0, 4_294_967_294);

const listIsEmpty: Check<readonly string[]> = (value) =>
  value.length === 0 ? { code: 'empty-command', message: 'the argument list is empty', hint: "name a program: ['make', 'all']" } : undefined;

const argumentList = list(checked(v.string(), argumentFault), 'a list of arguments');

const programFault =
  (hint: string): Check<readonly string[]> =>
  ([program]) =>
    program === '' ? { code: 'empty-text', message: 'the name of the program is empty', hint } : undefined;

/** An argument list: the exec form. */
export const argv = withJson(checked(argumentList, first(listIsEmpty, programFault("name a program: ['make', 'all']"))), { minItems: 1 });

/** What a container is given: of an entrypoint, these are only its arguments. */
export const containerArguments = withJson(checked(argumentList, listIsEmpty), { minItems: 1 });

export const script = checked(v.string(), first(scriptFault, emptyFault));

export const content = checked(v.string(), scriptFault);

const newlineFault: Check<string> = (line) =>
  /[\r\n]/.test(line)
    ? { code: 'control-character', message: 'a command in shell form holds a newline', hint: "write it as a list: ['sh', '-c', '…']" }
    : undefined;

const commandLine = checked(v.string(), first(newlineFault, textFault, emptyFault));

/** A command: exec form or shell form. */
export const command = either('a command line or a list of arguments', [commandLine, argv]);

/** `cmd`, which may be arguments of `entrypoint`: an empty list takes away what the base says. */
export const containerCommand = either('a command line or a list of arguments', [commandLine, argumentList]);

/** The same, of a program: `['']`, which takes it away by Docker alone, is none. */
export const entrypoint = checked(containerCommand, (command) =>
  typeof command === 'string' ? undefined : programFault('write [] to take away what the base says')(command),
);

export const texts = list(words, 'a list of strings');

/** A list of texts in a long form, which `override([…])` may replace. */
export const textList = overridable(texts);

export function textOrList(...checks: readonly Check<string>[]) {
  const one = text(emptyFault, ...checks);
  return either('a string or a list of strings', [one, overridable(list(one, 'a list of strings'))]);
}

const expansionFault: Check<string> = (value) => {
  const parsed = parseExpansion(value);
  if (!('fault' in parsed)) return undefined;
  return { code: 'bad-expansion', message: parsed.fault, hint: 'write $NAME, ${NAME} or ${NAME:-word}; \\$ is a dollar sign' };
};

/** What `expand('…')` returns; its text is checked besides. */
export function expansionOf(...checks: readonly Check<string>[]) {
  return shape({ kind: v.literal('expand'), text: text(expansionFault, ...checks) }, "expand('…')");
}

export const expansion = expansionOf();

const numberFault: Check<number> = (value) => {
  if (!Number.isFinite(value))
    return { code: 'bad-number', message: `${value} is no number that can be written`, hint: 'write a finite number, or a string' };
  const written = String(value);
  return written.includes('e')
    ? { code: 'bad-number', message: `${written} would not be written in decimal`, hint: 'write it as a string, with all its digits' }
    : undefined;
};

export const plainValue = either('a string or a number', [text(), checked(v.number(), numberFault)]);

export const value = either("a string, a number or expand('…')", [text(), checked(v.number(), numberFault), expansion]);

/** What a value holds itself, without its variables. */
export function literalText(given: Value): string {
  return valueText(given)
    .filter((part) => typeof part === 'string')
    .join('');
}

/** A secret in a value: of an expansion, only what is literal. */
export function valueSecretFault(name: string, given: Value): Fault | undefined {
  return variableSecretFault(name, literalText(given));
}

/** A text as a person writes it, its variables with their names. */
export function writtenText(value: string | Expansion): string {
  return typeof value === 'string' ? value : shownText(valueText(value));
}

/** Text, or `expand('…')`: that is checked as if each variable held its own name, unless it begins with one, so that it could be anything. */
export function textOrExpansion(expects: string, ...checks: readonly Check<string>[]) {
  const expanded = checks.map(
    (check): Check<string> =>
      (written) =>
        withNames(check, written),
  );
  return either(`${expects} or expand('…')`, [text(emptyFault, ...checks), expansionOf(emptyFault, ...expanded)]);
}

function withNames(check: Check<string>, written: string): Fault | undefined {
  const parsed = parseExpansion(written);
  if ('fault' in parsed || typeof parsed.text[0] !== 'string') return undefined;
  return check(parsed.text.map((part) => (typeof part === 'string' ? part : part.variable)).join(''));
}

/**
 * S-expressions: atoms and lists, and how they are laid out. What `dump()` writes.
 *
 *     (copy (sources "src") (to "/app/"))
 */

import { pathText, type AnyText, type PathText, type Text } from '../text.js';

/** An atom, already written out, or a list; the first atom of a list says what it is. */
export type Expression = string | readonly Expression[];

const WIDTH = 110;

export function text(value: Text): Expression {
  const parts = value.map((part): Expression => {
    if (typeof part === 'string') return quoted(part);
    return ['var', part.variable, ...(part.operator === undefined ? [] : [quoted(part.operator), quoted(part.word ?? '')])];
  });
  if (parts.length === 0) return '""';
  return parts.length === 1 ? parts[0]! : ['text', ...parts];
}

export function path(value: PathText): Expression {
  return text(pathText(value));
}

export function field(name: string, value: string | number | boolean | undefined): readonly Expression[] {
  if (value === undefined) return [];
  return [[name, typeof value === 'string' ? quoted(value) : String(value)]];
}

/** Several of them, those that have a value. */
export function fields(values: Readonly<Record<string, string | number | boolean | undefined>>): readonly Expression[] {
  return Object.entries(values).flatMap(([name, value]) => field(name, value));
}

export function textField(name: string, value: AnyText | undefined): readonly Expression[] {
  return value === undefined ? [] : [[name, path(value)]];
}

export function list(name: string, values: readonly string[]): readonly Expression[] {
  return values.length === 0 ? [] : [[name, ...values.map(quoted)]];
}

export function flag(name: string, isSet: boolean): readonly Expression[] {
  return isSet ? [name] : [];
}

export function quoted(value: string): string {
  return JSON.stringify(value);
}

/** On one line where it fits, else the children below the head, two columns further in. Stages always stand open. */
export function write(expression: Expression, column: number): string {
  if (typeof expression === 'string') return expression;
  const flat = writeFlat(expression);
  const isOpen = expression[0] === 'program' || expression[0] === 'stage';
  if (!isOpen && column + flat.length <= WIDTH) return flat;
  const headLength = expression.findIndex((child) => typeof child !== 'string');
  const head = headLength < 0 ? expression.slice(0, 1) : expression.slice(0, Math.max(headLength, 1));
  const indent = ' '.repeat(column + 2);
  const rest = expression.slice(head.length).map((child) => `\n${indent}${write(child, column + 2)}`);
  return `(${head.map(writeFlat).join(' ')}${rest.join('')})`;
}

function writeFlat(expression: Expression): string {
  return typeof expression === 'string' ? expression : `(${expression.map(writeFlat).join(' ')})`;
}

/**
 * Splices: pieces of a text that become others; and those that put a member into a literal, or take one out of it, in the layout that it has.
 *
 *     ['git', 'curl']   + 'nano'   →   ['git', 'curl', 'nano']        - 'git'   →   ['curl']
 */

import type { ArrayLiteralExpression, Node, ObjectLiteralExpression } from 'ts-morph';

/** Offsets in the whole text; the end is exclusive. */
export interface Splice {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** A literal with members between its brackets. */
export type Container = ArrayLiteralExpression | ObjectLiteralExpression;

export function applySplices(text: string, splices: readonly Splice[]): string {
  const last = [...splices].sort((one, other) => other.start - one.start || other.end - one.end);
  return last.reduce((result, { start, end, text: by }) => result.slice(0, start) + by + result.slice(end), text);
}

/** Whether both change the same place. */
export function collide(one: Splice, other: Splice): boolean {
  return one.start === other.start || (one.start < other.end && other.start < one.end);
}

/** The blanks at the beginning of the line that a node begins on. */
export function indentAt(node: Node): string {
  const text = node.getSourceFile().getFullText();
  return /^[ \t]*/.exec(text.slice(lineStart(text, node.getStart())))![0];
}

/** Behind all members. `write` is told how far its lines are indented. */
export function insertInto(container: Container, members: readonly Node[], write: (indent: string) => string): readonly Splice[] {
  const last = members.at(-1);
  if (last === undefined) return [insertFirst(container, write)];
  const text = container.getSourceFile().getFullText();
  const end = last.getEnd();
  if (!isLineStart(text, last.getStart())) return [{ start: end, end, text: `, ${write(indentAt(container))}` }];
  const line = `\n${indentAt(last)}${write(indentAt(last))}`;
  const comma = commaAfter(text, end);
  const lineEnd = endOfLine(text, comma ?? end);
  if (lineEnd === end || lineEnd > container.getEnd()) return [{ start: end, end, text: `,${line}` }];
  if (comma !== undefined) return [{ start: lineEnd, end: lineEnd, text: `${line},` }];
  return [
    { start: end, end, text: ',' },
    { start: lineEnd, end: lineEnd, text: line },
  ];
}

function insertFirst(container: Container, write: (indent: string) => string): Splice {
  const [start, end] = [container.getStart() + 1, container.getEnd() - 1];
  const inner = container.getSourceFile().getFullText().slice(start, end);
  const indent = indentAt(container);
  if (inner.trim() === '') return { start, end, text: container.getKindName().startsWith('Object') ? ` ${write(indent)} ` : write(indent) };
  // There is a comment, and perhaps one that goes to the end of its line.
  const at = start + inner.trimEnd().length;
  return { start: at, end: at, text: `\n${indent}  ${write(`${indent}  `)}` };
}

/** With its comma and, where it has its lines to itself, with them; comments above it stay. */
export function removal(node: Node, members: readonly Node[], container: Container): readonly Splice[] {
  const text = container.getSourceFile().getFullText();
  const index = members.indexOf(node);
  const [before, after] = [members[index - 1], members[index + 1]];
  const [start, end] = [node.getStart(), node.getEnd()];
  const comma = commaAfter(text, end);
  const rest = /^[ \t]*(?:\/\/[^\n]*|\/\*[^\n]*?\*\/[ \t]*)?\r?\n/.exec(text.slice(comma ?? end));
  if (isLineStart(text, start) && rest !== null) {
    const lines = { start: lineStart(text, start), end: (comma ?? end) + rest[0].length, text: '' };
    return before !== undefined && after === undefined && comma === undefined ? [commaBehind(before, text), lines] : [lines];
  }
  if (after !== undefined) return [{ start, end: comma! + /^[ \t]*/.exec(text.slice(comma))![0].length, text: '' }];
  if (before !== undefined && /^\s*,\s*$/.test(text.slice(before.getEnd(), start))) return [{ start: before.getEnd(), end, text: '' }];
  const [inside, outside] = [container.getStart() + 1, container.getEnd() - 1];
  const isAlone = (text.slice(inside, start) + text.slice(comma ?? end, outside)).trim() === '';
  return [isAlone ? { start: inside, end: outside, text: '' } : { start, end: comma ?? end, text: '' }];
}

function commaBehind(node: Node, text: string): Splice {
  const comma = commaAfter(text, node.getEnd())!;
  return { start: comma - 1, end: comma, text: '' };
}

/** The offset behind the comma that follows, whatever comments stand before it. */
function commaAfter(text: string, offset: number): number | undefined {
  const found = /^(?:\s|\/\/[^\n]*\n|\/\*[\s\S]*?\*\/)*,/.exec(text.slice(offset));
  return found === null ? undefined : offset + found[0].length;
}

function lineStart(text: string, offset: number): number {
  return text.lastIndexOf('\n', offset - 1) + 1;
}

function isLineStart(text: string, offset: number): boolean {
  return text.slice(lineStart(text, offset), offset).trim() === '';
}

function endOfLine(text: string, offset: number): number {
  const end = text.indexOf('\n', offset);
  return end < 0 ? text.length : text[end - 1] === '\r' ? end - 1 : end;
}

/**
 * locate(): where a value of a definition stands in the user's files.
 *
 *     image.ts, ['apt', 1]   →   14:16-14:22 of   apt: ['git', 'curl='],
 *
 * Follows the default export through names, functions, spreads, step helpers and imports of other files. Where it cannot go on, the answer is what it
 * came to last: there is always a place, if only the first line of the file. Parses the files, runs nothing; ts-morph is loaded when it is called.
 */

import type { Node, SourceFile } from 'ts-morph';
import type { OriginPath } from '../origin.js';
import { findExport } from './find-export.js';
import { findMember, type Member } from './find-member.js';
import { followValue, present } from './follow-value.js';
import { createSourceTree, type SourceTree } from './source-tree.js';

/** Lines and columns are 1-based; the end is after the last character. */
export interface Position {
  /** Absolute path; not always the definition file's own. */
  readonly file: string;
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
  /** The source line at `line`. */
  readonly text: string;
}

/** A path, and whether the key or the value at its end is meant; a path alone means the value. */
export interface Place {
  readonly path: OriginPath;
  readonly part: 'key' | 'value';
  /** What of the value is meant, where it stands in it once, on one line: of a script, a line. */
  readonly within?: string;
}

/** Undefined when the file cannot be read. */
export function locate(file: string, place: OriginPath | Place): Position | undefined {
  return locateAll(file, [place])[0];
}

/** The positions of several places; the files are parsed once. */
export function locateAll(file: string, places: readonly (OriginPath | Place)[]): readonly (Position | undefined)[] {
  const tree = createSourceTree();
  const source = tree.open(file);
  if (source === undefined) return places.map(() => undefined);
  const root = findExport(source, 'default', tree);
  return places.map((place) => {
    const { path, part, within }: Place = 'path' in place ? place : { path: place, part: 'value' };
    if (root === undefined) return firstLine(source);
    if (path.length === 0) return positionOf(followValue(root, tree)[0] ?? root, tree);
    const { node, key, rest } = walk({ node: root, key: undefined, rest: path }, tree);
    if (part === 'key' && rest.length === 0 && key !== undefined) return positionOf(key, tree);
    return (within === undefined ? undefined : positionWithin(node, within, tree)) ?? positionOf(node, tree);
  });
}

interface Reached {
  readonly node: Node;
  readonly key: Node | undefined;
  /** What of the path is still to go. */
  readonly rest: OriginPath;
}

/** As far as the path leads; of several branches the one that leads farthest, and of equals the first. */
function walk(from: Reached, tree: SourceTree): Reached {
  const [key, ...rest] = from.rest;
  if (key === undefined) return from;
  let best = from;
  for (const value of followValue(from.node, tree)) {
    const member: Member | undefined = findMember(value, key, tree);
    const reached = member && walk({ node: member.value, key: member.key, rest }, tree);
    if (reached !== undefined && reached.rest.length < best.rest.length) best = reached;
  }
  return best;
}

function firstLine(source: SourceFile): Position {
  const text = lineAt(source.getFullText(), 0);
  return { file: source.getFilePath(), line: 1, column: 1, endLine: 1, endColumn: text.length + 1, text };
}

/** Of a text in the value that a node stands for. */
function positionWithin(node: Node, text: string, tree: SourceTree): Position | undefined {
  const inside = (value: Node) => ['script', 'text'].flatMap((key) => present(findMember(value, key, tree)?.value));
  const values = followValue(node, tree).flatMap((value) => [value, ...inside(value).flatMap((script) => followValue(script, tree))]);
  for (const value of values) {
    const written = value.getText();
    const at = written.indexOf(text);
    if (text === '' || at < 0 || written.includes(text, at + 1)) continue;
    const source = value.getSourceFile();
    const [start, end] = [at, at + text.length].map((offset) => source.getLineAndColumnAtPos(value.getStart() + offset));
    return {
      file: source.getFilePath(),
      line: start!.line,
      column: start!.column,
      endLine: end!.line,
      endColumn: end!.column,
      text: lineAt(source.getFullText(), value.getStart() + at),
    };
  }
  return undefined;
}

function positionOf(node: Node, { morph }: SourceTree): Position {
  const source = node.getSourceFile();
  if (morph.Node.isSourceFile(node)) return firstLine(source);
  const start = source.getLineAndColumnAtPos(node.getStart());
  const end = source.getLineAndColumnAtPos(node.getEnd());
  const text = lineAt(source.getFullText(), node.getStart());
  return { file: source.getFilePath(), line: start.line, column: start.column, endLine: end.line, endColumn: end.column, text };
}

/** The line that an offset is in. */
function lineAt(text: string, offset: number): string {
  const end = text.indexOf('\n', offset);
  return text.slice(offset === 0 ? 0 : text.lastIndexOf('\n', offset - 1) + 1, end < 0 ? undefined : end).replace(/\r$/, '');
}

/**
 * codeFrame(): a line of the user's file, and marks below what in it is meant.
 *
 *       14 |   apt: ['git', 'curl='],
 *          |                ^^^^^^^
 */

import { readFileSync } from 'node:fs';
import type { Place } from './fault.js';
import { visible } from './visible.js';

/** Lines of a file; undefined where it cannot be read. */
export type ReadLines = (file: string) => readonly string[] | undefined;

/** The line and what in it is meant; tabs count as one column and are kept, so that the marks stand below. */
export function codeFrame(place: Place, paint: (text: string) => string, read: ReadLines = readLines): string {
  const line = read(place.file)?.[place.line - 1];
  if (line === undefined) return '';
  const number = String(place.line);
  const start = place.column - 1;
  const end = place.endLine === undefined || place.endLine === place.line ? (place.endColumn ?? place.column + 1) - 1 : line.length;
  const indent = visible(line.slice(0, start)).replace(/[^\t]/g, ' ');
  const marks = '^'.repeat(Math.max(1, visible(line.slice(start, end)).length));
  return `  ${number} | ${visible(line)}\n  ${' '.repeat(number.length)} | ${indent}${paint(marks)}\n`;
}

/** For many places in few files: each is read once. */
export function readOnce(): ReadLines {
  const known = new Map<string, readonly string[] | undefined>();
  return (file) => {
    if (!known.has(file)) known.set(file, readLines(file));
    return known.get(file);
  };
}

function readLines(file: string): readonly string[] | undefined {
  try {
    return readFileSync(file, 'utf8').split(/\r?\n/);
  } catch {
    return undefined;
  }
}

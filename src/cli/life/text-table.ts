/**
 * textTable(): a table in plain text: each column as wide as its widest cell, the last without spaces behind it.
 *
 *     REPOSITORY   TAG   IMAGE ID
 *     word_count   0.1   4f2f8182edae
 */

import { visible } from '../visible.js';

const GAP = '   ';

export function textTable(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const lines = [head, ...rows].map((row) => row.map((cell) => visible(cell.replace(/\s+/g, ' '))));
  const widths = head.map((_, column) => Math.max(...lines.map((row) => [...(row[column] ?? '')].length)));
  const padded = (cell: string, column: number) => cell + ' '.repeat(widths[column]! - [...cell].length);
  return lines.map((row) => `${row.map(padded).join(GAP).trimEnd()}\n`).join('');
}

/**
 * fit(): a text within a number of columns; what does not fit is left out, with `…` in its place. Wide characters take two columns.
 *
 *     fit('snakemake --cores 1', 10)   →   snakemake…
 */

import stringWidth from 'string-width';

export function fit(text: string, columns: number): string {
  if (columns <= 0) return '';
  if (stringWidth(text) <= columns) return text;
  let shown = '';
  let width = 0;
  for (const { segment } of new Intl.Segmenter().segment(text)) {
    width += stringWidth(segment);
    if (width > columns - 1) break;
    shown += segment;
  }
  return `${shown.trimEnd()}…`;
}

/** Rows that lines take on a terminal of so many columns: longer ones go on below. */
export function rowsOf(lines: readonly string[], columns: number): number {
  return lines.reduce((rows, line) => rows + Math.max(1, Math.ceil(stringWidth(line) / columns)), 0);
}

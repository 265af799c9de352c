/** fieldTables(): every field in a sentence, with its first example, and a link to its page. */

import { cell } from './field-page.js';
import type { Field } from './manual.js';

const HEAD = ['field', 'says', 'for example'];

/** `folder`: the way to the pages. */
export function fieldTables(fields: readonly Field[], folder: string): string {
  const isOfImage = ({ group }: Field) => group === 'ImageFields' || group === 'FurtherStages';
  const rows = (chosen: readonly Field[]) => chosen.map((field) => fieldRow(field, folder));
  return [
    'Of a stage, and so of the image itself, which is the last stage:',
    table(HEAD, rows(fields.filter((field) => !isOfImage(field)))),
    'Of the image besides:',
    table(HEAD, rows(fields.filter(isOfImage))),
  ].join('\n\n');
}

function fieldRow({ name, text, itself, examples }: Field, folder: string): readonly string[] {
  const example = examples[0] ?? itself?.examples[0];
  return [`[\`${name}\`](${folder}${name}.md)`, sentenceOf(text), example === undefined ? '' : `\`${example}\``];
}

export function sentenceOf(text: string): string {
  const flat = text.replaceAll(/\s+/g, ' ').trim();
  // What stands between backticks is one word, whatever is in it.
  return (/^(?:`[^`]*`|[^`])*?[.:](?=\s|$)/.exec(flat)?.[0] ?? flat).replace(/[.:]$/, '');
}

export function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.map(cell).join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}

/**
 * editDefinition(): changes of a definition, each all of it or not at all → the text of its file with those that can be made safely.
 *
 *     [{ title: 'remove "VERSION" from args', edits: [{ kind: 'remove', path: ['args', 'VERSION'] }] }]   →   the text without that line
 *
 * Only literals in the definition's own file are changed; comments and layout stay. Nothing is written. Where two changes meet in one place, the later waits: it
 * is neither made nor refused.
 */

import type { Fix } from '../edit.js';
import { editSplices, type EditedFile } from './edit-splices.js';
import type { Quotes } from './source-text.js';
import { createSourceTree } from './source-tree.js';
import { applySplices, collide, type Splice } from './splice.js';

export interface Edited {
  readonly text: string;
  /** Of each change: whether it is made; a text: why it cannot be. */
  readonly results: readonly (boolean | string)[];
}

export function editDefinition(path: string, fixes: readonly Fix[]): Edited {
  const tree = createSourceTree();
  const text = tree.open(path)?.getFullText() ?? '';
  const file: EditedFile = { path, tree, quotes: quotesOf(path, text) };
  const made: Splice[] = [];
  const results = fixes.map((fix) => {
    const splices = spliceAll(fix, file);
    if (typeof splices === 'string') return splices;
    if (splices.some((splice) => made.some((other) => collide(splice, other)))) return false;
    made.push(...splices);
    return true;
  });
  return { text: applySplices(text, made), results };
}

function spliceAll({ edits }: Fix, file: EditedFile): readonly Splice[] | string {
  const all: Splice[] = [];
  for (const edit of edits) {
    const splices = editSplices(edit, file);
    if (typeof splices === 'string') return splices;
    all.push(...splices);
  }
  return all.some((splice, index) => all.slice(0, index).some((other) => collide(splice, other))) ? 'its changes meet in one place' : all;
}

/** As the file has most of its texts. */
function quotesOf(path: string, text: string): Quotes {
  if (path.endsWith('.json')) return 'json';
  const count = (quote: string) => text.split(quote).length;
  return count('"') > count("'") ? 'double' : 'single';
}

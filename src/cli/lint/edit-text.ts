/**
 * editText(): an edit in words, for whoever has to make it by hand.
 *
 *     { kind: 'set', path: ['stages', 'build', 'cmd'], value: ['ebb'] }     in stages.build, write cmd: ['ebb']
 *     { kind: 'remove', path: ['args', 'YEAR'] }                            take out args.YEAR
 */

import type { Edit } from '../../edit.js';
import { keyText, sourceText } from '../../load/source-text.js';
import { originText, type OriginPath } from '../../origin.js';

export function editText(edit: Edit): string {
  const place = originText({ path: edit.path });
  switch (edit.kind) {
    case 'set':
      return `${inside(edit.path.slice(0, -1))}write ${memberText(edit.path, sourceText(edit.value))}`;
    case 'append':
      return `add ${sourceText(edit.value)} to ${place}`;
    case 'remove':
      return `take out ${place}`;
    case 'replace':
      return edit.by === ''
        ? `take ${sourceText(edit.text)} out of ${place}`
        : `${inside(edit.path)}write ${sourceText(edit.by)} instead of ${sourceText(edit.text)}`;
  }
}

function inside(path: OriginPath): string {
  return path.length === 0 ? '' : `in ${originText({ path })}, `;
}

function memberText(path: OriginPath, value: string): string {
  const key = path.at(-1);
  return typeof key === 'string' ? `${keyText(key)}: ${value}` : value;
}

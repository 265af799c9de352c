/**
 * Edit: a change of the definition that mends a finding, as data. Whoever applies it knows the syntax of the file (`lint --fix`); rules only say what is to be there.
 *
 *     { kind: 'remove', path: ['args', 'VERSION'] }                          args: { VERSION: '1.2' }    args: {}
 *     { kind: 'set', path: ['cmd'], value: ['sleep', '60'] }                 cmd: 'sleep 60'             cmd: ['sleep', '60']
 *     { kind: 'append', path: ['ignore'], value: 'results' }                 (nothing)                   ignore: ['results']
 *     { kind: 'replace', path: ['run', 0], text: 'sudo ', by: '' }           run: ['sudo make']          run: ['make']
 *
 * Paths are those of origins in the definition itself: nothing of a preset can be edited, so that a finding there has no fix. An edit that does not fit what is written
 * (a value that is computed, a text that is not there or there twice) is left undone.
 */

import type { Origin, OriginPath } from '../origin.js';

export type EditValue = string | number | boolean | readonly EditValue[] | { readonly [key: string]: EditValue };

export type Edit =
  /** The value at the path becomes this one; the key is added where it is not there. */
  | { readonly kind: 'set'; readonly path: OriginPath; readonly value: EditValue }
  /** The key, or the element of a list, goes with its value. */
  | { readonly kind: 'remove'; readonly path: OriginPath }
  /** The list at the path gets a further element; it is added where it is not there. */
  | { readonly kind: 'append'; readonly path: OriginPath; readonly value: EditValue }
  /** In the one string literal at or below the path that holds `text`, once, that becomes `by`. */
  | { readonly kind: 'replace'; readonly path: OriginPath; readonly text: string; readonly by: string };

/** What mends a finding, all of it at once: safe, which is to say that the image does what it did. */
export interface Fix {
  /** What it does, as an order: `remove "VERSION" from args`. */
  readonly title: string;
  readonly edits: readonly Edit[];
}

/** As the field of a finding; none where a preset said it. */
export function fixAt({ preset }: Origin, title: string, ...edits: readonly Edit[]): { readonly fix?: Fix } {
  return preset === undefined ? { fix: { title, edits } } : {};
}

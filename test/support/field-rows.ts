/** The rows of the matrix of fields and nasty strings: each field that takes a text, in a definition that has one there. */

import type { PartialDefinition } from '../../src/spec/types.js';
import { fieldSamples } from './field-samples.js';
import { observe, type Observed } from './observed.js';
import { placesIn, textAt, withText, type StringPlace } from './string-fields.js';

/** What is a script itself is compared as text, not as words. */
export const SCRIPT = /^(?:run\[\](?:\.script)?|steps\[\]<run>\.script)$/;

export interface FieldRow {
  readonly place: StringPlace;
  readonly sample: PartialDefinition;
  readonly text: string;
}

/** Each field once among the fields and once among triggers: the samples repeat some. */
export const fieldRows: readonly FieldRow[] = fieldSamples
  .flatMap((sample) => placesIn(sample).map((place): FieldRow => ({ place, sample, text: textAt(sample, place) })))
  .filter((row, index, all) => all.findIndex((other) => keyOf(other) === keyOf(row)) === index);

function keyOf({ place: { field, path } }: FieldRow): string {
  return `${field} ${path[0] === 'onbuild'}`;
}

/** What becomes of the row, with another text in its place: of an expansion, one that stands for itself. */
export function observeRow({ sample, place }: FieldRow, text?: string): Observed {
  const written = text !== undefined && place.field.endsWith('<expand>.text') ? text.replace(/[$\\]/g, '\\$&') : text;
  return observe(written === undefined ? sample : withText(sample, place, written), SCRIPT.test(place.field));
}

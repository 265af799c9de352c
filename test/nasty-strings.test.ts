/**
 * Every field that takes a text, with every piece of the nasty strings in its place and behind what it holds: either the field refuses it, saying why, or readers
 * of the Dockerfile find that very text where the sample has its own, and all else as it was.
 */

import { describe, expect, it } from 'vitest';
import type { Diagnostic } from '../src/diagnostics.js';
import { fieldRows, observeRow, type FieldRow } from './support/field-rows.js';
import { pieces } from './support/nasty-strings.js';
import { isSame, replaced, samePath, type Observed } from './support/observed.js';
import { stringFields, type StringPlace } from './support/string-fields.js';

type Compiled = Exclude<Observed, { readonly refused: unknown }>;

/** Text of the author's own is Dockerfile itself. */
const OWN_TEXT = /^(?:raw\[\]|steps\[\]<raw>\.text)$/;

/** A size becomes a number, and the sign that escapes is said by leaving it out. */
const IN_OTHER_WORDS = /^dockerfile\.escape$|\.size$/;

/**
 * From these, other texts are made (the name of a file from an address, a path below another), or another instruction where one form cannot carry them: only that
 * nothing is added or lost is looked at here, and test/engine/nasty-strings.test.ts reads them back.
 */
const DERIVED = [
  /^(?:apt\.debs\[\]\.url|apt\.ppas\[\]\.ppa|apk\.repositories\[\]\.key\.(?:url|file))$/,
  /^(?:pip|uv|poetry)\.(?:requirements|constraints|findLinks|project|uses)(?:\[\])?$/,
  /^(?:npm\.(?:project|workspaces\[\]|uses\[\]|build\.sources\[\]|workdir)|conda(?:\[\])?(?:\.(?:file|lock))?)$/,
  /^(?:user(?:\.name)?|context|certificates(?:\[\])?|files\..*|steps\[\]<file>\.(?:to|content)|dockerfile\.escape)$/,
];

function textsFor({ text }: FieldRow): readonly string[] {
  const [single, several] = [pieces.filter((piece) => piece.length === 1), pieces.filter((piece) => piece.length > 1)];
  return [...several, ...[...single, ...several].map((piece) => text + piece)].filter((other) => other !== text);
}

const holds = (observed: unknown, text: string): boolean => JSON.stringify(observed).includes(JSON.stringify(text).slice(1, -1));

/** The same text, and what has the same meaning in a path or at the end of a file. */
const formsOf = (text: string): readonly string[] => [
  ...new Set([text, samePath(text), text.replace(/(?<=.)\/+$/, ''), text.replace(/^(?:\.\/)+(?=.)/, ''), text.replace(/\n$/, '')]),
];

function isCarried(row: FieldRow, before: Compiled, after: Compiled, text: string): boolean {
  const part = holds(before.instructions, row.text) ? 'instructions' : 'spec';
  if (DERIVED.some((fields) => fields.test(row.place.field))) return isAddedNothing(before, after);
  return formsOf(text).some((form) => isSame(after[part], replaced(before[part], row.text, form)));
}

/** But for the folder of a copied project, which may be the one that is there. */
function isAddedNothing(before: Compiled, after: Compiled): boolean {
  return after.instructions.length <= before.instructions.length && after.instructions.length >= before.instructions.length - 1;
}

/** Each with a remedy, and one of them about the field; or about what names it, where its name has changed. */
function isExplained(refused: readonly Diagnostic[], { path }: StringPlace): boolean {
  const isAbout = ({ origin, code }: Diagnostic) => origin.path[0] === path[0] || /^unknown-(?:stage|context)$/.test(code);
  return refused.some(isAbout) && refused.every(({ message, hint }) => message !== '' && (hint !== undefined || message.includes(' must be ')));
}

it('knows every field that takes a text', () => {
  expect(stringFields.filter((field) => !fieldRows.some(({ place }) => place.field === field))).toEqual([]);
});

const matrix = fieldRows.filter(({ place }) => !OWN_TEXT.test(place.field));

describe.each([...new Set(matrix.map(({ place }) => String(place.path[0])))])('%s', (name) => {
  it.each(matrix.filter(({ place }) => place.path[0] === name).map((row) => [row.place.field, row] as const))(
    '%s carries a text as it is, or refuses it with the reason',
    (_, row) => {
      const before = observeRow(row);
      if ('refused' in before) throw new Error(`the sample is refused: ${before.refused[0]?.message}`);
      expect(holds([before.instructions, before.spec, before.dockerfile], row.text) || IN_OTHER_WORDS.test(row.place.field)).toBe(true);
      const wrong = textsFor(row).filter((text) => {
        const after = observeRow(row, text);
        return 'refused' in after ? !isExplained(after.refused, row.place) : !isCarried(row, before, after, text);
      });
      expect(wrong).toEqual([]);
    },
  );
});

/**
 * What editors show while an `image.ts` is written.
 *
 * Of every field of a definition and of a stage, hovering shows a sentence that says what it does and an example (`@example`), and its default (`@default`)
 * unless it stands in WITHOUT_DEFAULT. A new field is held to that by itself, since the fields are those of the schema: give it all three in `spec/types.ts`,
 * or, if leaving it out means that there is nothing (no package, no port), name it in WITHOUT_DEFAULT.
 */

import { describe, expect, test } from 'vitest';
import { image } from '../../src/spec/schema/image.js';
import { stage } from '../../src/spec/schema/stage.js';
import { openEditor } from '../support/editor.js';

/** Leaving them out means that there is nothing of the kind. */
const WITHOUT_DEFAULT: readonly string[] = [
  'tags',
  'dockerfile',
  'ignore',
  'contexts',
  'container',
  'presets',
  'stages',
  'args',
  'env',
  'certificates',
  'apt',
  'apk',
  'dnf',
  'zypper',
  'pacman',
  'pip',
  'uv',
  'poetry',
  'conda',
  'npm',
  'r',
  'cargo',
  'go',
  'gem',
  'copy',
  'add',
  'files',
  'run',
  'steps',
  'expose',
  'labels',
  'onbuild',
  'raw',
];

const fieldsOf = (schema: { readonly entries: object }) => Object.keys(schema.entries);
const definitionFields = fieldsOf(image);
const stageFields = fieldsOf(stage);

/** Which of them stand beside `steps`, editors tell by their values. */
const ordered = ['copy', 'add', 'files', 'run', 'steps'];

const literal = (field: string) => `${field === 'base' ? '' : "base: 'scratch', "}${field}‸: ${ordered.includes(field) ? '[]' : 'null!'}`;

const FORMS = {
  'a definition': (fields: string) => `defineImage({ ${fields} });`,
  'what a function returns': (fields: string) => `defineImage(({ mode }) => ({ labels: { mode }, ${fields} }));`,
  'what a function with statements returns': (fields: string) => `defineImage(() => { return { ${fields} }; });`,
  'what an async function returns': (fields: string) => `defineImage(async () => ({ ${fields} }));`,
  'a definition of a record': (fields: string) => `defineImage({ web: { ${fields} }, worker: { base: 'scratch' } });`,
  'a definition of a list': (fields: string) => `defineImage([{ base: 'scratch' }, { ${fields} }]);`,
  'a definition that satisfies its type': (fields: string) => `export default { ${fields} } satisfies ImageDefinition;`,
};

function expectDocumented(field: string, text: string): void {
  const hover = openEditor(text).hover();
  expect.soft(hover?.text, 'a sentence').toMatch(/^[A-Z][^]*\.$/);
  expect.soft(hover?.tags, '@example').toContain('example');
  if (!WITHOUT_DEFAULT.includes(field)) expect.soft(hover?.tags, '@default').toContain('default');
}

describe('hovering shows what a field does, its default and an example', () => {
  test.each(definitionFields)('%s of a definition', (field) => expectDocumented(field, FORMS['a definition'](literal(field))));

  test.each(stageFields)('%s of a stage', (field) =>
    expectDocumented(field, `defineImage({ base: 'scratch', stages: { build: { ${literal(field)} } } });`),
  );

  test.each(Object.entries(FORMS))('%s', (_, form) => {
    const { hover } = openEditor(form("base: 'debian:bookworm-slim', apt‸: ['git']"));
    expect(hover()).toEqual({
      text: 'Packages of apt: Debian, Ubuntu. On a base with another manager it is an error that names that.',
      tags: ['example'],
    });
  });

  test('the function', () => {
    expect(openEditor("defineImage‸({ base: 'scratch' });").hover()).toEqual({
      text: 'Gives the types of the language to what `image.ts` exports: a definition, a function to one, or a list or record of several.',
      tags: ['example', 'example'],
    });
  });
});

describe('completing offers the fields', () => {
  const rest = (given: readonly string[]) => definitionFields.filter((field) => !given.includes(field)).sort();

  test.each(Object.entries(FORMS))('%s', (_, form) => {
    const given = ['base', 'labels'];
    const offered = openEditor(form("base: 'scratch', labels: { a: 'b' }, ‸").replace('labels: { mode }, ', '')).complete();
    expect([...offered].sort()).toEqual(rest(given));
  });

  test('of which one is begun', () => {
    expect([...openEditor("defineImage({ base: 'scratch', ap‸ });").complete()].sort()).toEqual(rest(['base']));
  });

  test('of a stage', () => {
    const offered = openEditor("defineImage({ base: 'scratch', stages: { build: { base: 'scratch', ‸ } } });").complete();
    expect([...offered].sort()).toEqual(stageFields.filter((field) => field !== 'base').sort());
  });

  test('of a long form', () => {
    expect(openEditor("defineImage({ base: 'scratch', container: { ‸ } });").complete()).toEqual(
      expect.arrayContaining(['mounts', 'ports', 'remove']),
    );
  });
});

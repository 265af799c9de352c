/** docPages(): the pages of docs/ that are made of the documentation of the types, by their paths; and all examples that they show. */

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { repository } from '../project.js';
import { examplesOf, fieldPage, page, typeSection } from './field-page.js';
import { fieldTables, sentenceOf, table } from './field-table.js';
import { jsonPage } from './json-page.js';
import { managerExamples } from './manager-examples.js';
import { managerPage, managers, namesOf, proofOf } from './manager-page.js';
import { fields, smallWords, type Field } from './manual.js';

export type Pages = Readonly<Record<string, () => Promise<string>>>;

const MADE = 'This page is made by `test/docs.test.ts` from the documentation in `src/spec/types.ts`.';

export function docPages(): Pages {
  const all = fields();
  const ofManagers = managers.map((name) => all.find((field) => field.name === name)!);
  return {
    'docs/README.md': async () => indexPage(all, ofManagers),
    'docs/fields/README.md': async () => fieldsPage(all),
    'docs/fields/words.md': async () => wordsPage(),
    ...Object.fromEntries(all.map((field, index) => [`docs/fields/${field.name}.md`, () => fieldPage(field, neighbours(all, index))])),
    'docs/managers/README.md': async () => managersPage(ofManagers),
    ...Object.fromEntries(ofManagers.map((field) => [`docs/managers/${field.name}.md`, () => managerPage(field)])),
    'docs/image-json.md': jsonPage,
  };
}

function neighbours(all: readonly Field[], index: number) {
  const name = all[index]!.name;
  return { before: all[index - 1]?.name, after: all[index + 1]?.name, manager: managers.includes(name) ? name : undefined };
}

function indexPage(all: readonly Field[], ofManagers: readonly Field[]): string {
  const link = ({ name }: Field, folder: string) => `[\`${name}\`](${folder}/${name}.md)`;
  return page([
    '# Documentation',
    `**[Fields](fields/README.md)**, one page each, with examples and the Dockerfiles that they become: ${all.map((field) => link(field, 'fields')).join(', ')}.`,
    `**[Package managers](managers/README.md)**: ${ofManagers.map((field) => link(field, 'managers')).join(', ')}.`,
    ...titledPages().map(({ file, title }) => `**[${title}](${file})**`),
  ]);
}

/** The other pages, by what they say first. */
function titledPages(): readonly { readonly file: string; readonly title: string }[] {
  const folder = join(repository, 'docs');
  const files = readdirSync(folder).filter((name) => name.endsWith('.md') && name !== 'README.md');
  return files.sort().map((file) => ({ file, title: /^# (.*)/.exec(readFileSync(join(folder, file), 'utf8'))![1]! }));
}

function fieldsPage(all: readonly Field[]): string {
  return page([
    '# Fields',
    'Fields say what is in the image; the compiler chooses the order and the form of the instructions. Each has a short form (a text, a list, a record), and most have a long one (an object).',
    fieldTables(all, ''),
    'What many of them are made of: [small words of the language](words.md).',
    MADE,
  ]);
}

function wordsPage(): string {
  return page([
    '# Small words of the language',
    'What the types of many fields are made of.',
    ...smallWords().map(typeSection),
    `---\n\n[all fields](README.md)`,
  ]);
}

function managersPage(ofManagers: readonly Field[]): string {
  const rows = ofManagers.map(({ name, text }) => [
    `[${namesOf(name)}](${name}.md)`,
    `[\`${name}\`](../fields/${name}.md)`,
    sentenceOf(text),
    proofOf(name),
  ]);
  return page([
    '# Package managers',
    'What each is asked to do, under each policy for layers, with versions, further repositories and their keys, and what is needed only to build.',
    table(['managers', 'field', 'says', 'in the tests'], rows),
    'A registry that the tests cannot reach is never pretended: either the test makes one, or nothing is installed, and the engine checks the Dockerfile alone. Each page says which test shows what.',
  ]);
}

/** The fields of all definitions that the pages show, each once. */
export function shownExamples(): readonly string[] {
  const ofFields = fields().flatMap((field) => examplesOf(field).map((example) => example.fields));
  const ofManagers = Object.values(managerExamples).flatMap(({ usual, more }) => [usual, ...more.map((example) => example.fields)]);
  return [...new Set([...ofFields, ...ofManagers])];
}

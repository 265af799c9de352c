/** Pages that are made from the project itself: each is what the project has now. `UPDATE_DOCS=1` writes them. */

import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, it } from 'vitest';
import { coverageTable } from './support/coverage-table.js';
import { fields } from './support/docs/manual.js';
import { optimisationPage } from './support/docs/optimisation-page.js';
import { manPage } from './support/docs/man-page.js';
import { rulesPage } from './support/docs/rules-page.js';
import { docPages } from './support/docs/pages.js';
import { defectsTable } from './support/defects-table.js';
import { instructionCases } from './support/instruction-cases.js';
import { jsonSchema } from './support/json-schema.js';
import { repository } from './support/project.js';
import { renderReadme } from './support/readme.js';
import { lessonPage } from './support/lesson.js';
import { realInstalls } from './support/real-installs.js';
import { ruleNames } from './support/rule-names.js';
import { targetsTable } from './support/targets-table.js';

/** From the page as it is to the page as it should be. */
const pages: Readonly<Record<string, (text: string) => string | Promise<string>>> = {
  'README.md': renderReadme,
  'schema.json': () => `${JSON.stringify(jsonSchema(), null, 2)}\n`,
  'docs/coverage.md': () => coverageTable(instructionCases, realInstalls),
  'docs/defects.md': defectsTable,
  'docs/imagewright.1': manPage,
  'docs/lesson.md': lessonPage,
  'docs/optimisation.md': optimisationPage,
  'docs/rules.md': rulesPage,
  'docs/targets.md': targetsTable,
  'src/rule-names.ts': ruleNames,
  ...docPages(),
};

it.each(Object.entries(pages))('%s says what the project has (UPDATE_DOCS=1 writes it)', async (page, render) => {
  const file = join(repository, page);
  if (process.env.UPDATE_DOCS) {
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, await render(readFileSync(file, { encoding: 'utf8', flag: 'a+' })));
  }
  const text = readFileSync(file, 'utf8');
  expect(text).toBe(await render(text));
});

it.each(['docs/fields', 'docs/managers'])('%s has no page of what is no more', (folder) => {
  const written = readdirSync(join(repository, folder)).map((name) => `${folder}/${name}`);
  expect(written.filter((page) => !(page in pages))).toEqual([]);
});

it('every part of a field is explained', () => {
  const types = fields().flatMap((field) => [...(field.itself ? [field.itself] : []), ...field.types]);
  const silent = types.flatMap(({ name, members }) =>
    members.filter((member) => member.text === '' && member.name !== 'kind').map((member) => `${name}.${member.name}`),
  );
  expect([...new Set(silent)]).toEqual([]);
});

it('links lead to pages that are there', () => {
  const missing = Object.keys(pages)
    .filter((page) => page.endsWith('.md'))
    .flatMap((page) => deadLinks(page, readFileSync(join(repository, page), 'utf8')));
  expect(missing).toEqual([]);
});

function deadLinks(page: string, text: string): readonly string[] {
  const links = [...text.matchAll(/\]\((?!https?:)([^)#\s]*)(?:#([^)\s]*))?\)/g)];
  return links.flatMap(([link, path = '', anchor]) => {
    const target = path === '' ? page : join(dirname(page), path);
    if (!existsSync(join(repository, target))) return [`${page}: ${link}`];
    const headings =
      anchor === undefined
        ? []
        : [...readFileSync(join(repository, target), 'utf8').matchAll(/^#+ (.*)$/gm)].map(([, heading]) => heading!.toLowerCase());
    return anchor === undefined || headings.includes(anchor) ? [] : [`${page}: ${link}`];
  });
}

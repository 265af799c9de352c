/** Pages that are made from the project itself: each is what the project has now. `UPDATE_DOCS=1` writes them. */

import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { coverageTable } from './support/coverage-table.js';
import { defectsTable } from './support/defects-table.js';
import { instructionCases } from './support/instruction-cases.js';
import { jsonSchema } from './support/json-schema.js';
import { repository } from './support/project.js';
import { renderReadme } from './support/readme.js';
import { realInstalls } from './support/real-installs.js';
import { targetsTable } from './support/targets-table.js';

/** From the page as it is to the page as it should be. */
const pages: Readonly<Record<string, (text: string) => string>> = {
  'README.md': renderReadme,
  'schema.json': () => `${JSON.stringify(jsonSchema(), null, 2)}\n`,
  'docs/coverage.md': () => coverageTable(instructionCases, realInstalls),
  'docs/defects.md': defectsTable,
  'docs/targets.md': targetsTable,
};

it.each(Object.entries(pages))('%s says what the project has (UPDATE_DOCS=1 writes it)', (page, render) => {
  const file = join(repository, page);
  if (process.env.UPDATE_DOCS) writeFileSync(file, render(readFileSync(file, { encoding: 'utf8', flag: 'a+' })));
  const text = readFileSync(file, 'utf8');
  expect(text).toBe(render(text));
});

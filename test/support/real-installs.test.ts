import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { condaTools } from '../../src/lower/conda-tools.js';
import { languages } from '../../src/lower/languages/index.js';
import { nodeManagers } from '../../src/lower/node-managers.js';
import { installers, lockers, managers } from '../../src/lower/packages/index.js';
import { repository } from './project.js';
import { realInstalls } from './real-installs.js';

/** Fields by which one of several managers is asked for; the others are named after theirs. */
const SEVERAL: Readonly<Record<string, object>> = { pip: installers, conda: condaTools, npm: nodeManagers };

it('every package manager is proven', () => {
  const fields = [...new Set(Object.keys({ ...managers, pip: {}, ...lockers, ...languages }))];
  const wanted = fields.flatMap((field) => Object.keys(SEVERAL[field] ?? { [field]: {} }).map((manager) => `${field}: ${manager}`));
  const proven = realInstalls.map(({ field, manager }) => `${field}: ${manager}`);
  expect(wanted.filter((row) => !proven.includes(row))).toEqual([]);
  expect(proven.filter((row) => !wanted.includes(row))).toEqual([]);
});

it('each test that is named is there', () => {
  const missing = realInstalls.flatMap(({ proof }) => {
    if (proof.kind === 'check') return [];
    const file = join(repository, proof.test);
    return existsSync(file) && readFileSync(file, 'utf8').includes(`('${proof.title}', `) ? [] : [`${proof.test}: ${proof.title}`];
  });
  expect(missing).toEqual([]);
});

it('no row stands twice', () => {
  const rows = realInstalls.map(({ field, manager, what }) => `${field}: ${manager}: ${what}`);
  expect(rows.filter((row, at) => rows.indexOf(row) !== at)).toEqual([]);
});

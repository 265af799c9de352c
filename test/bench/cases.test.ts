/** The cases of the benchmark: each is complete, and each of its changes reaches every form. Their images are built by `npm run bench` alone. */

import { mkdtempSync, readdirSync, readFileSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { repository } from '../support/project.js';

interface Case {
  readonly name: string;
  readonly forms: readonly string[];
  readonly changes: Readonly<Record<string, unknown>>;
}

interface Cases {
  readonly readCases: () => readonly Case[];
  readonly changesOf: (one: Case, form: string) => readonly string[];
  readonly place: (one: Case, form: string, folder: string, options?: { readonly change: unknown }) => void;
}

const { readCases, changesOf, place }: Cases = await import(join(repository, 'bench/cases.mjs'));

const folder = realpathSync(mkdtempSync(join(tmpdir(), 'imagewright-')));

/** What a build of this form would see, the header of generated files included. */
function placed(one: Case, form: string, options?: { readonly change: unknown }): string {
  place(one, form, folder, options);
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile() && entry.name !== 'image.ts');
  return files.map((entry) => `${entry.name}\n${readFileSync(join(entry.parentPath, entry.name), 'utf8')}`).join('\n');
}

describe.each(readCases())('the case $name', (one) => {
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it('has the forms that are always compared', () => {
    expect(one.forms.slice(0, 3)).toEqual(['naive', 'expert', 'ours']);
  });

  it.each(one.forms)('has changes, each of which changes what is built of the form %s', (form) => {
    const texts = [placed(one, form), ...changesOf(one, form).map((name) => placed(one, form, { change: one.changes[name] }))];
    expect(Object.keys(one.changes)).toEqual(expect.arrayContaining(['source', 'system']));
    expect(new Set(texts).size).toBe(texts.length);
  });
});

describe('the cases', () => {
  it('are these', () => {
    expect(readCases().map(({ name }) => name)).toEqual(['c-server', 'node-service', 'r-report', 'web-service', 'word-count']);
  });
});

/** The cases of the benchmark: each is complete, and each of its changes reaches every form. Their images are built by `npm run bench` alone. */

import { mkdtempSync, readdirSync, readFileSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { repository } from '../support/project.js';

interface Change {
  readonly edits: readonly { readonly replace: string }[];
  readonly proof: readonly string[];
}

interface Case {
  readonly name: string;
  readonly forms: readonly string[];
  readonly changes: Readonly<Record<string, Change>>;
}

interface Cases {
  readonly readCases: () => readonly Case[];
  readonly changesOf: (one: Case, form: string) => readonly string[];
  readonly roundsOf: (change: Change) => number;
  readonly inRound: (text: string, change: Change, round: number) => string;
  readonly place: (one: Case, form: string, folder: string, options?: Placed) => void;
}

interface Placed {
  readonly change: Change;
  readonly round: number;
}

const { readCases, changesOf, roundsOf, inRound, place }: Cases = await import(join(repository, 'bench/cases.mjs'));

const folder = realpathSync(mkdtempSync(join(tmpdir(), 'imagewright-')));

/** What a build of this form would see, the header of generated files included. */
function placed(one: Case, form: string, options?: Placed): string {
  place(one, form, folder, options);
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile() && entry.name !== 'image.ts');
  return files.map((entry) => `${entry.name}\n${readFileSync(join(entry.parentPath, entry.name), 'utf8')}`).join('\n');
}

describe.each(readCases())('the case $name', (one) => {
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it('has the forms that are always compared', () => {
    expect(one.forms.slice(0, 3)).toEqual(['naive', 'expert', 'ours']);
  });

  const rounds = Object.entries(one.changes).flatMap(([name, change]) =>
    Array.from({ length: roundsOf(change) }, (_, index) => ({ name, change, round: index + 1 })),
  );

  it.each(one.forms)('has changes, each of which changes what is built of the form %s, each time to something else', (form) => {
    const asked = changesOf(one, form);
    const texts = [placed(one, form), ...rounds.filter(({ name }) => asked.includes(name)).map((round) => placed(one, form, round))];
    expect(Object.keys(one.changes)).toEqual(expect.arrayContaining(['source', 'system']));
    expect(new Set(texts).size).toBe(texts.length);
  });

  it.each(rounds)('has no word of a round left in the change "$name", $round', ({ change, round }) => {
    const texts = [...change.edits.map(({ replace }) => replace), ...change.proof].map((text) => inRound(text, change, round));
    expect(texts.join('\n')).not.toMatch(/\{\w+\}/);
  });
});

describe('the cases', () => {
  it('are these', () => {
    expect(readCases().map(({ name }) => name)).toEqual(['c-server', 'node-service', 'r-report', 'web-service', 'word-count']);
  });
});

/**
 * The cases: each folder of cases/ is one. It holds the sources (or names an example that does), `case.json`, `image.ts` and a Dockerfile for each other form.
 *
 * `answer` is a command that says the same in every form's image. A change is a list of edits, each of one place in a source or in the file of a form; `proof` is a
 * command that fails in an image from before the change and succeeds in one from after it. A change that can be made several times, another one each time, has `{n}`
 * in its edits, or `{word}` in edits and proof, and what that is each time as `rounds`: `[{ "word": … }, …]`.
 * What other generators emit gets the change of a source alone.
 */

import { execFileSync } from 'node:child_process';
import { copyFileSync, cpSync, existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));

/** What other generators emit; it may ask for a base that cannot be had. */
const generated = ['hpccm', 'neurodocker', 'fly'];

/** In the order of the tables: the first is what ratios are to. */
export const forms = ['naive', 'expert', 'ours', ...generated];

export const isGenerated = (form) => generated.includes(form);

/** What is done to a form. One more package would be another request, for which a generator emits another Dockerfile; sources are none of its business. */
export function changesOf(one, form) {
  return Object.keys(changes).filter((name) => name in one.changes && (name === 'source' || !isGenerated(form)));
}

/** In the order of the tables. */
export const changes = { source: 'a source changed', language: 'a language package more', system: 'a system package more' };

const notSources = /^(?:case\.json|image\.ts|hpccm\.py|README\.md|results|\.cache|(?:\w+\.)?Dockerfile(?:\.dockerignore)?)$/;

export function readCases() {
  return readdirSync(join(root, 'bench/cases'))
    .sort()
    .map((name) => {
      const folder = join(root, 'bench/cases', name);
      const said = JSON.parse(readFileSync(join(folder, 'case.json'), 'utf8'));
      const sources = said.example === undefined ? folder : join(root, 'examples', said.example);
      return { ...said, name, folder, sources, forms: forms.filter((form) => existsSync(fileOf({ folder, sources }, form))) };
    });
}

/** What a form is written in. */
export function fileOf({ folder, sources }, form) {
  return form === 'ours' ? join(sources, 'image.ts') : join(folder, `${form}.Dockerfile`);
}

/** How often a change can be made, another one each time. */
export function roundsOf({ rounds, edits }) {
  return rounds?.length ?? (edits.some(({ replace }) => replace.includes('{n}')) ? 3 : 1);
}

/** A text of a change, as it is in a round, from 1 on. */
export function inRound(text, { rounds }, round) {
  const words = Object.entries({ n: String(round), ...rounds?.[round - 1] });
  return words.reduce((filled, [word, value]) => filled.replaceAll(`{${word}}`, value), text);
}

/** Empties the folder and fills it with what a project in this form has, a change made to it or none. */
export function place(one, form, folder, { change, round = 1 } = {}) {
  rmSync(folder, { recursive: true, force: true });
  placeSources(one, folder);
  const file = form === 'ours' ? 'image.ts' : 'Dockerfile';
  copyFileSync(fileOf(one, form), join(folder, file));
  const ignored = `${fileOf(one, form)}.dockerignore`;
  if (existsSync(ignored)) copyFileSync(ignored, join(folder, 'Dockerfile.dockerignore'));
  for (const { file: edited, find, replace } of change?.edits ?? []) {
    const edit = { find, replace: inRound(replace, change, round) };
    if (edited === basename(fileOf(one, form))) apply(edit, join(folder, file));
    else if (!notSources.test(edited)) apply(edit, join(folder, edited));
  }
  if (form === 'ours')
    execFileSync(process.execPath, [join(root, 'dist/cli.js'), 'generate', '--quiet'], { cwd: folder, stdio: ['ignore', 'ignore', 'inherit'] });
}

export function placeSources(one, folder) {
  cpSync(one.sources, folder, { recursive: true, filter: (path) => path === one.sources || !notSources.test(basename(path)) });
}

/** `replace` in place of `find`, which is there once. */
function apply({ find, replace }, path) {
  const parts = readFileSync(path, 'utf8').split(find);
  if (parts.length !== 2) throw new Error(`${path} has ${JSON.stringify(find)} ${parts.length - 1} times; a change needs a place that is there once`);
  writeFileSync(path, parts.join(replace));
}

/**
 * The matrix of fields and nasty strings on the engine, in batches: what the configuration of an image holds, what commands are given, which files there are. The
 * matrix as such, with what is refused, is test/nasty-strings.test.ts.
 */

import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { cache, tmpfs } from '../../src/spec/mounts.js';
import { env, run, workdir } from '../../src/spec/steps.js';
import type { AbsolutePath, PartialDefinition } from '../../src/spec/types.js';
import { describeEngine, docker } from '../support/engine.js';
import { fieldRows, observeRow, SCRIPT } from '../support/field-rows.js';
import { pieces } from '../support/nasty-strings.js';
import { observe } from '../support/observed.js';
import { readDockerfile } from '../support/read-dockerfile.js';

const IMAGE = `nasty-strings-test:${process.pid}`;
const TINY = `${IMAGE}-tiny`;
const BASE = 'debian:bookworm-slim';

interface Shown {
  readonly Config: {
    readonly Cmd: readonly string[];
    readonly Entrypoint: readonly string[];
    readonly Healthcheck: { readonly Test: readonly string[] };
  };
}

/** What a shell would do something with, behind the text of a field; each would make /pwned where it can. */
const ATTACKS = [
  "'",
  '"',
  '\\',
  ' a *',
  '$HOME',
  '$(touch /pwned)`touch /pwned`',
  '; touch /pwned',
  "'; touch /pwned; '",
  '"; touch /pwned; "',
  '\ntouch /pwned\n',
  '>/pwned #',
  '<<EOF',
];

/** Programs that emitted commands call, replaced by one that writes down its name and arguments. */
const RECORDED =
  'apt-get apk dnf zypper pacman pacman-key rpm pip pip3 python3 python3.12 uv micromamba mamba conda R Rscript cargo go gem npm useradd usermod groupadd truncate rm chmod chown mkdir curl locale-gen localedef update-ca-certificates ln ln'.split(
    ' ',
  );

/** An environment that is made has programs of its own. */
const RECORDER = `#!/bin/sh
{ printf '%s\\0' "\${0##*/}" "$@"; printf '\\001\\0'; } >> "$RECORD"
[ "$1" = -m ] && [ "$2" = venv ] || exit 0
for folder; do :; done
/bin/mkdir -p "$folder/bin"
for name in pip python uv poetry; do /bin/cp "$0" "$folder/bin/$name"; done
`;

/** Runs every case by itself, and tells which made /pwned. */
const RUNNER = `export PATH=/given/recorded:/usr/bin:/bin HOME=/root
cd /tmp
for case in /given/cases/*; do
  RECORD=/out/\${case##*/}; export RECORD; : > "$RECORD"
  sh "$case" < /dev/null > /dev/null 2>&1 || :
  if [ -e /pwned ]; then echo pwned >> "$RECORD"; /bin/rm /pwned; fi
done
`;

const isCarried = (definition: PartialDefinition): boolean => !('refused' in observe(definition));
/** Each piece that a definition can hold, once. */
const carried = (define: (text: string) => PartialDefinition): readonly string[] =>
  [...new Set(pieces)].filter((text) => isCarried({ base: BASE, ...define(text) }));
const named = (prefix: string, texts: readonly string[]): Readonly<Record<string, string>> =>
  Object.fromEntries(texts.map((text, index) => [`${prefix}${index}`, text]));

describeEngine('each field × each nasty string', () => {
  let folder: string;
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'nasty-strings-'));
  });
  afterAll(() => {
    rmSync(folder, { recursive: true, force: true });
    docker(['image', 'rm', '--force', IMAGE]);
  });

  function textOf(definition: PartialDefinition): string {
    const observed = observe(definition);
    if ('refused' in observed) throw new Error(observed.refused.map(({ message }) => message).join('\n'));
    return observed.dockerfile;
  }

  /** The files of the last stage. */
  function exported(dockerfile: string): string {
    const output = mkdtempSync(join(folder, 'out-'));
    docker(['build', '--quiet', '--output', `type=local,dest=${output}`, '--file', '-', folder], { input: dockerfile });
    return output;
  }

  it('is in the configuration of the image as it was given', () => {
    const values = carried((text) => ({ env: { A: text }, labels: { a: text } }));
    const words = carried((text) => ({ cmd: ['x', text], entrypoint: ['x', text], healthcheck: { cmd: ['x', text] } }));
    const paths = carried((text) => ({ volumes: [`/v/${text}`] })).map((text) => `/v/${text}` as const);
    const triggers = values.map((text) => env({ A: text }));
    const dockerfile = textOf({
      ...{ base: 'scratch', env: named('A', values), labels: named('a', values), volumes: paths, onbuild: triggers },
      ...{ cmd: ['x', ...words], entrypoint: ['x', ...words], healthcheck: { cmd: ['x', ...words] } },
    });
    docker(['build', '--quiet', '--tag', IMAGE, '-'], { input: dockerfile });
    const [{ Config }] = JSON.parse(docker(['image', 'inspect', IMAGE])) as [{ Config: Readonly<Record<string, unknown>> }];
    expect(values.length).toBeGreaterThan(80);
    expect(Config['Env']).toEqual(expect.arrayContaining(values.map((text, index) => `A${index}=${text}`)));
    expect(Config['Labels']).toEqual(named('a', values));
    expect(Object.keys(Config['Volumes'] as object).sort()).toEqual([...paths].sort());
    for (const list of [Config['Cmd'], Config['Entrypoint'], (Config['Healthcheck'] as { Test: string[] }).Test.slice(1)])
      expect(list).toEqual(['x', ...words]);
    expect((Config['OnBuild'] as readonly string[]).length).toBe(triggers.length);
  });

  it('is the command in shell form that was given', () => {
    docker(['build', '--quiet', '--tag', TINY, '-'], { input: 'FROM scratch\nLABEL a=b\n' });
    const lines = carried((text) => ({ cmd: text, entrypoint: text, healthcheck: { cmd: text } }));
    const images = lines.flatMap((_, index) => (index % 3 === 0 ? [`${TINY}-${index}`] : []));
    const linesOf = (image: number) => [0, 1, 2].map((offset) => lines[(3 * image + offset) % lines.length]!) as [string, string, string];
    images.forEach((image, index) => {
      const [cmd, entrypoint, healthcheck] = linesOf(index);
      docker(['build', '--quiet', '--tag', image, '-'], { input: textOf({ base: TINY, cmd, entrypoint, healthcheck: { cmd: healthcheck } }) });
    });
    const configs = JSON.parse(docker(['image', 'inspect', ...images])) as readonly Shown[];
    docker(['image', 'rm', '--force', TINY, ...images]);
    expect(lines.length).toBeGreaterThan(60);
    expect(configs.map(({ Config: { Cmd, Entrypoint, Healthcheck } }) => [...Cmd, ...Entrypoint, ...Healthcheck.Test])).toEqual(
      images.map((_, index) => {
        const [cmd, entrypoint, healthcheck] = linesOf(index);
        return ['/bin/sh', '-c', cmd, '/bin/sh', '-c', entrypoint, 'CMD-SHELL', healthcheck];
      }),
    );
  });

  it('is what commands are given: arguments, variables, defaults of build arguments, folders, mounts', () => {
    const words = carried((text) => ({ run: [{ script: ['x', text] }] }));
    const values = carried((text) => ({ run: [{ script: 'env', env: { A: text } }], args: { A: text } }));
    const folders = carried((text) => ({ run: [{ script: 'pwd', workdir: `/w/${text}` }] }))
      .filter((text) => !/^[./]*$/.test(text) && !text.endsWith('/') && !text.includes('//'))
      .map((text): AbsolutePath => `/w/x${text}`);
    const places = folders
      .filter((path) => isCarried({ base: BASE, run: [{ script: 'x', mounts: [tmpfs(path), cache(path, { id: path })] }] }))
      .slice(0, 40);
    const print = 'printf "%s\\0" "$@" > "$0"';
    const check = 'for path; do mountpoint -q "$path" && printf "%s\\0" "$path"; done > "$0"';
    const text = textOf({
      base: BASE,
      layers: 'fewest',
      args: named('G', values),
      steps: [
        run(['mkdir', '-p', '/out', ...folders]),
        run(['/bin/sh', '-c', print, '/out/words', ...words]),
        run('env -0 > /out/env', { env: named('E', values) }),
        ...folders.map((path) => run('printf "%s\\0" "$PWD" >> /out/folders', { workdir: path })),
        run(['/bin/sh', '-c', check, '/out/mounts', ...places], { mounts: places.map((path) => tmpfs(path)) }),
        ...folders.slice(0, 25).flatMap((path) => [workdir(path)]),
        run('pwd > /out/last'),
      ],
    });
    const output = exported(`${text}FROM scratch\nCOPY --from=0 /out /\n`);
    const read = (name: string) => readFileSync(join(output, name), 'utf8').split('\0').slice(0, -1);
    expect(read('words')).toEqual(words);
    expect(read('folders')).toEqual(folders);
    expect(read('mounts')).toEqual(places);
    expect(readFileSync(join(output, 'last'), 'utf8')).toBe(`${folders[24]!}\n`);
    const variables = new Map(read('env').map((line) => [line.slice(0, line.indexOf('=')), line.slice(line.indexOf('=') + 1)]));
    values.forEach((value, index) => expect([variables.get(`E${index}`), variables.get(`G${index}`)]).toEqual([value, value]));
  });

  it('is the file that was given: its path and its content', () => {
    const names = carried((text) => ({ files: { [`/f/${text}`]: '' } })).filter((text) => !text.includes('/') && !/^\.*$/.test(text));
    const contents = carried((text) => ({ files: { '/f': text } }));
    const half = Math.ceil(names.length / 2);
    const stages = Object.fromEntries(
      [names.slice(0, half), names.slice(half)].map((part, index) => [
        `names${index}`,
        { base: BASE, files: Object.fromEntries(part.map((name) => [`/f/n${name}`, name])) },
      ]),
    );
    const script = contents.map((_, index) => `/c/${index}`);
    const text = textOf({
      stages: { ...stages, contents: { base: BASE, files: Object.fromEntries(contents.map((content, index) => [script[index]!, content])) } },
      base: 'scratch',
      copy: [
        { stage: 'names0', from: '/f', to: '/f/' },
        { stage: 'names1', from: '/f', to: '/f/' },
        { stage: 'contents', from: '/c', to: '/c/' },
      ],
    });
    const output = exported(text);
    const ended = (content: string) => (content === '' || content.endsWith('\n') ? content : `${content}\n`);
    const found = readdirSync(join(output, 'f')).map((name) => [name, readFileSync(join(output, 'f', name), 'utf8')]);
    expect(new Map(found as [string, string][])).toEqual(new Map(names.map((name) => [`n${name}`, ended(name)])));
    expect(contents.map((_, index) => readFileSync(join(output, 'c', `${index}`), 'utf8'))).toEqual(contents.map(ended));
  });

  it('is a word of the commands that are made of it, in every field that goes into one', () => {
    const cases = fieldRows.flatMap((row) => {
      const benign = scriptsOf(observeRow(row));
      if (SCRIPT.test(row.place.field) || row.place.path[0] === 'onbuild' || !benign.some((script) => script.includes(row.text))) return [];
      const attacks = ATTACKS.map((attack) => row.text + attack);
      return [row.text, ...attacks].flatMap((text) => {
        const observed = observeRow(row, text);
        return 'refused' in observed ? [] : [{ field: row.place.field, of: row.text, text, script: scriptsOf(observed).join('\n') }];
      });
    });
    for (const name of ['recorded', 'cases']) mkdirSync(join(folder, 'given', name), { recursive: true });
    for (const name of RECORDED) writeFileSync(join(folder, 'given/recorded', name), RECORDER, { mode: 0o755 });
    cases.forEach(({ script }, index) => writeFileSync(join(folder, 'given/cases', String(index)), script));
    writeFileSync(join(folder, 'given/run'), RUNNER);
    const output = exported(`FROM ${BASE} AS cases\nCOPY given /given\nRUN mkdir /out && sh /given/run\nFROM scratch\nCOPY --from=cases /out /\n`);
    const records = cases.map((_, index) => readFileSync(join(output, String(index)), 'utf8'));
    expect(cases.filter((_, index) => records[index]!.includes('pwned\n')).map(({ field, text }) => [field, text])).toEqual([]);
    const changed = cases.filter(({ field, of, text }, index) => {
      const first = cases.findIndex((other) => other.field === field && other.of === of);
      return records[index] !== records[first]!.replaceAll(of, () => text);
    });
    expect(changed.map(({ field, text }) => [field, text])).toEqual([]);
    expect(new Set(cases.map(({ field }) => field)).size).toBeGreaterThan(50);
  });
});

function scriptsOf(observed: ReturnType<typeof observe>): readonly string[] {
  if ('refused' in observed) return [];
  const runs = readDockerfile(observed.dockerfile).instructions.filter(({ keyword, json }) => keyword === 'RUN' && !json);
  return runs.map(({ rest, heredocs }) => heredocs[0]?.body ?? rest);
}

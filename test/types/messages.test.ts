/**
 * What compilers say of the mistakes that are made most: where (line and column), and the first line of the message, which is the one that editors show. Both
 * compilers say the same. Whoever changes the types sees here what becomes of the messages.
 */

import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';

const spec = fileURLToPath(new URL('../../src/spec', import.meta.url));
const require = createRequire(import.meta.url);
let folder: string;

/** A definition of each mistake, and what is said of it: what is marked (twelve characters of it), the code and the message. */
const MISTAKES: Readonly<Record<string, readonly [text: string, ...said: string[]]>> = {
  'a mistyped field': [
    `defineImage({ base: 'debian:bookworm-slim', aptt: ['git'] })`,
    `aptt: ['git' TS2561: Object literal may only specify known properties, but 'aptt' does not exist in type 'DefinitionOn<"debian:bookworm-slim", never, undefined, Port, PublishedPort>'. Did you mean to write 'apt'?`,
  ],
  'a field that resembles none': [
    `defineImage({ base: 'debian:bookworm-slim', packages: ['git'] })`,
    `packages: [' TS2353: Object literal may only specify known properties, and 'packages' does not exist in type 'DefinitionOn<"debian:bookworm-slim", never, undefined, Port, PublishedPort>'.`,
  ],
  'a mistyped field of a stage': [
    `defineImage({ base: 'debian:bookworm-slim', stages: { build: { base: 'scratch', workdirr: '/src' } } })`,
    `workdirr: '/ TS2561: Object literal may only specify known properties, but 'workdirr' does not exist in type 'CheckedStage<"scratch", "build", Port>'. Did you mean to write 'workdir'?`,
  ],
  'a mistyped field of a long form': [
    `defineImage({ base: 'debian:bookworm-slim', pip: { packges: ['numpy'] } })`,
    `packges: ['n TS2353: Object literal may only specify known properties, and 'packges' does not exist in type 'Override<Pip> | Pip'.`,
  ],
  'a mistyped field of a record': [
    `defineImage({ web: { base: 'debian:bookworm-slim', aptt: ['git'] } })`,
    `aptt: ['git' TS2561: Object literal may only specify known properties, but 'aptt' does not exist in type 'DefinitionOn<"debian:bookworm-slim", never, undefined, Port, PublishedPort>'. Did you mean to write 'apt'?`,
  ],
  'a mistyped field of a list': [
    `defineImage([{ base: 'debian:bookworm-slim', aptt: ['git'] }])`,
    `aptt: ['git' TS2561: Object literal may only specify known properties, but 'aptt' does not exist in type 'DefinitionOn<"debian:bookworm-slim", never, undefined, Port, PublishedPort>'. Did you mean to write 'apt'?`,
  ],
  'a mistyped field that a function returns': [
    `defineImage(({ mode }) => ({ base: 'debian:bookworm-slim', aptt: [mode] }))`,
    `aptt: [mode] TS2322: Type '[string]' is not assignable to type '"there is no field aptt"'.`,
  ],
  'a mistyped field that an async function returns': [
    `defineImage(async ({ mode }) => ({ base: 'debian:bookworm-slim', aptt: [mode] }))`,
    `({ base: 'de TS2322: Type 'Promise<{ readonly base: "debian:bookworm-slim"; readonly aptt: readonly [string]; }>' is not assignable to type 'Promise<{ readonly aptt?: "there is no field aptt" | undefined; }>'.`,
  ],
  'a mistyped field that a function with statements returns': [
    `defineImage(() => { return { base: 'debian:bookworm-slim', aptt: ['git'] }; })`,
    `() => { retu TS2345: Argument of type '() => { readonly base: "debian:bookworm-slim"; readonly aptt: readonly ["git"]; }' is not assignable to parameter of type '(input: ImageInput) => { readonly aptt?: "there is no field aptt" | undefined; }'.`,
  ],
  'a text for a list': [
    `defineImage({ base: 'debian:bookworm-slim', apt: 'git' })`,
    `apt: 'git' } TS2322: Type 'string' is not assignable to type 'AptPackages | Override<AptPackages> | undefined'.`,
  ],
  'a package manager of another distribution': [
    `defineImage({ base: 'alpine:3.20', apt: ['git'] })`,
    `apt: ['git'] TS2322: Type 'string[]' is not assignable to type '"this base has apk, not apt: write the packages under apk"'.`,
  ],
  'a stage that does not exist': [
    `defineImage({ base: { stage: 'biuld' }, stages: { build: { base: 'scratch' } } })`,
    `stage: 'biul TS2322: Type '"biuld"' is not assignable to type '"build"'.`,
  ],
  'a target that does not exist': [
    `defineImage({ base: 'scratch', stages: { build: { base: 'scratch' } }, target: 'biuld' })`,
    `target: 'biu TS2322: Type '"biuld"' is not assignable to type '"build"'.`,
  ],
  'a copy from a stage that does not exist': [
    `defineImage({ base: 'scratch', stages: { build: { base: 'scratch' } }, copy: [{ stage: 'biuld', from: '/a', to: '/a' }] })`,
    `{ stage: 'bi TS2322: Type '{ stage: "biuld"; from: string; to: string; }' is not assignable to type 'string'.`,
  ],
  'a stage without a base': [
    `defineImage({ base: 'scratch', stages: { build: { run: ['make'] } } })`,
    `build: { run TS2322: Type '{ run: string[]; }' is not assignable to type 'CheckedStage<undefined, "build", Port>'.`,
  ],
  'a relative workdir': [
    `defineImage({ base: 'debian:bookworm-slim', workdir: 'opt/app' })`,
    `workdir: 'op TS2322: Type '"opt/app"' is not assignable to type 'AbsolutePath | Expansion | undefined'.`,
  ],
  'a port that is too large': [
    `defineImage({ base: 'debian:bookworm-slim', expose: [8080, 70000] })`,
    `70000] }) TS2322: Type '70000' is not assignable to type '"a port is 0 to 65535" | 8080 | Expansion'.`,
  ],
  'a published port that is too large': [
    `defineImage({ base: 'debian:bookworm-slim', container: { ports: ['8080:70000'] } })`,
    `'8080:70000' TS2322: Type '"8080:70000"' is not assignable to type '"a port is 0 to 65535"'.`,
  ],
  'a word for a port': [
    `defineImage({ base: 'debian:bookworm-slim', expose: ['http'] })`,
    `'http'] }) TS2322: Type '"http"' is not assignable to type '"a port is 0 to 65535" | Expansion'.`,
  ],
  'a bad duration': [
    `defineImage({ base: 'debian:bookworm-slim', healthcheck: { cmd: 'true', interval: '30 seconds' } })`,
    `interval: '3 TS2322: Type '"30 seconds"' is not assignable to type 'Duration | undefined'.`,
  ],
  'copy beside steps': [
    `defineImage({ base: 'scratch', copy: { a: '/a' }, steps: [] })`,
    `{ base: 'scr TS2345: Argument of type '{ base: string; copy: { a: string; }; steps: never[]; }' is not assignable to parameter of type 'DefinitionOn<"scratch", never, undefined, Port, PublishedPort>'.`,
  ],
  'an unknown layer policy': [
    `defineImage({ base: 'scratch', layers: 'fastest' })`,
    `layers: 'fas TS2322: Type '"fastest"' is not assignable to type 'LayerPolicy | undefined'.`,
  ],
};

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'imagewright-messages-'));
  const lines = Object.values(MISTAKES).map(([text]) => `${text};\n`);
  writeFileSync(join(folder, 'image.ts'), `import { defineImage } from '${join(spec, 'define-image.js')}';\n${lines.join('')}`);
  const options = { strict: true, noEmit: true, skipLibCheck: true, types: [], target: 'ES2022', lib: ['ES2023'], module: 'NodeNext' };
  writeFileSync(join(folder, 'tsconfig.json'), JSON.stringify({ compilerOptions: options, files: ['image.ts'] }));
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** What a compiler says of each line but the first one. */
function compile(compiler: string) {
  const program = join(dirname(require.resolve(`${compiler}/package.json`)), 'bin', 'tsc');
  const { stdout } = spawnSync(process.execPath, [program, '-p', folder, '--pretty', 'false'], { encoding: 'utf8' });
  const faults = stdout.split('\n').flatMap((line) => /^\S*image\.ts\((\d+),(\d+)\): error (.*)$/.exec(line)?.slice(1) ?? []);
  const said: Record<string, readonly [string, ...string[]]> = {};
  for (const [index, [name, [text]]] of Object.entries(MISTAKES).entries()) {
    said[name] = [text];
    for (let at = 0; at < faults.length; at += 3) {
      if (Number(faults[at]) !== index + 2) continue;
      const marked = text.slice(Number(faults[at + 1]) - 1).slice(0, 12);
      said[name] = [...said[name], `${marked} ${inOrder(faults[at + 2]!)}`];
    }
  }
  return said;
}

/** The members of a union have no order that holds for both compilers. */
function inOrder(message: string): string {
  return message.replace(
    /(assignable to|exist in) type '([^'{]*)'/g,
    (_, verb: string, type: string) => `${verb} type '${type.split(' | ').sort().join(' | ')}'`,
  );
}

test.each(['typescript-5', 'typescript'])('%s marks each mistake where it is, in words that tell it', { timeout: 120_000 }, (compiler) => {
  expect(compile(compiler)).toEqual(MISTAKES);
});

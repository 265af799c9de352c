import { execFileSync, spawn } from 'node:child_process';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { rolldown } from 'rolldown';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';

/** A program with the cache: says what its script gives. */
const program = `
import { keepCode, learnCode, openCodeCache, runScript } from './code-cache.js';

const [, , digest = 'one', version = process.version, learn] = process.argv;
openCodeCache(import.meta.filename, { ...process, version, arch: process.arch, execPath: process.execPath, env: process.env });
const make = runScript(import.meta.dirname + '/' + digest + '.script.js', digest);
console.log(make(20));
if (learn !== undefined) learnCode();
keepCode();
`;
const script = (answer: string) => `(function (number) { const twice = (value) => value * 2; return "${answer} " + (twice(number) + 2); })`;

const root = realpathSync(mkdtempSync(join(tmpdir(), 'imagewright-code-')));
const folder = join(root, 'node_modules/.cache/imagewright');

beforeAll(async () => {
  const bundle = await rolldown({ input: join(import.meta.dirname, '../../src/load/code-cache.ts'), platform: 'node' });
  await bundle.write({ dir: root });
  writeFileSync(join(root, 'package.json'), '{ "type": "module" }');
  writeFileSync(join(root, 'program.js'), program);
  writeFileSync(join(root, 'one.script.js'), script('one'));
  writeFileSync(join(root, 'two.script.js'), script('two'));
});

beforeEach(() => {
  rmSync(join(root, 'node_modules'), { recursive: true, force: true });
  mkdirSync(join(root, 'node_modules'));
});

afterAll(() => rmSync(root, { recursive: true, force: true }));

const start = (...args: readonly string[]) =>
  execFileSync(process.execPath, [join(root, 'program.js'), ...args], {
    encoding: 'utf8',
    env: { HOME: join(root, 'home'), TMPDIR: join(root, 'home') },
  });
const kept = () => (existsSync(folder) ? readdirSync(folder) : []);
const file = () => join(folder, kept()[0]!);

/** Whether the next run takes what is kept: it does not write it again. */
function isTaken(...args: readonly string[]): boolean {
  utimesSync(file(), 1, 1);
  start(...args);
  return statSync(file()).mtimeMs === 1000;
}

describe('the code cache', () => {
  it('is filled by the first run and taken by the second', () => {
    expect([start(), kept().length, isTaken(), start()]).toEqual(['one 42\n', 1, true, 'one 42\n']);
  });

  it.each<[string, (code: Buffer) => Buffer]>([
    ['empty', () => Buffer.alloc(0)],
    ['cut', (code) => code.subarray(0, code.length - 100)],
    ['cut in front', (code) => code.subarray(100)],
    ['of zeros', (code) => Buffer.alloc(code.length)],
    ['with a byte that is another', (code) => Buffer.concat([code.subarray(0, 300), Buffer.from([code[300]! ^ 85]), code.subarray(301)])],
    ['with a byte too many', (code) => Buffer.concat([Buffer.from('x'), code])],
    ['a text', () => Buffer.from('{}')],
  ])('does no harm when the file is damaged: %s', (_, damage) => {
    start();
    writeFileSync(file(), damage(readFileSync(file())));
    expect([isTaken(), start(), isTaken()]).toEqual([false, 'one 42\n', true]);
  });

  it('is not taken for another script, which then replaces it', () => {
    start('one');
    expect([isTaken('two'), start('two'), isTaken('two'), kept().length]).toEqual([false, 'two 42\n', true, 1]);
  });

  it('is kept apart for each version of Node', () => {
    start();
    expect([start('one', 'v0.0.1'), kept().length]).toEqual(['one 42\n', 2]);
  });

  it('is filled again by a run that has something new to it', () => {
    start();
    expect([isTaken(), isTaken('one', process.version, 'learn'), isTaken()]).toEqual([true, false, true]);
  });

  it('is not taken by V8 with other flags', () => {
    start();
    utimesSync(file(), 1, 1);
    const flags = ['--no-opt', join(root, 'program.js')];
    expect(execFileSync(process.execPath, flags, { encoding: 'utf8', env: { HOME: join(root, 'home'), TMPDIR: join(root, 'home') } })).toBe(
      'one 42\n',
    );
    expect(statSync(file()).mtimeMs).not.toBe(1000);
  });

  it('does no harm when its place is taken or cannot be written', () => {
    start();
    const path = file();
    rmSync(path);
    mkdirSync(path);
    chmodSync(path, 0o500);
    expect([start(), kept()]).toEqual(['one 42\n', [path.slice(folder.length + 1)]]);
    rmSync(folder, { recursive: true });
    writeFileSync(folder, '');
    writeFileSync(join(root, 'home'), '');
    expect(start()).toBe('one 42\n');
  });

  it('is whole when many runs fill it at once', async () => {
    const ends = Array.from(
      { length: 6 },
      () => new Promise((end) => spawn(process.execPath, [join(root, 'program.js')], { stdio: 'ignore' }).on('exit', end)),
    );
    expect(await Promise.all(ends)).toEqual([0, 0, 0, 0, 0, 0]);
    expect([kept().length, isTaken()]).toEqual([1, true]);
  });
});

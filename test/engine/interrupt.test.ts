/** What a build leaves behind that is interrupted, and what `build --watch` builds: processes and files, on the engines. */

import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { afterAll, describe, expect, it, onTestFinished } from 'vitest';
import { verifyHeader } from '../../src/print/header.js';
import { cli, folderWith } from '../support/command.js';
import { describeEngine, docker } from '../support/engine.js';

const name = `builds-interrupt-${process.pid}`;

/** Another instruction each time: no cache has it. */
const slow = (seconds: number) =>
  `export default { name: '${name}', base: 'debian:bookworm-slim', run: ['echo ${process.pid} begins; sleep ${seconds}'] };\n`;

interface Building {
  /** Waits until it has said this after all that was waited for before; gives what it said up to there. */
  readonly says: (text: string) => Promise<string>;
  readonly signal: (name: NodeJS.Signals) => void;
  readonly ended: Promise<number | null>;
  readonly pid: number;
}

function building(folder: string, ...words: readonly string[]): Building {
  const child = spawn(process.execPath, [cli, 'build', ...words], { cwd: folder, stdio: ['ignore', 'ignore', 'pipe'] });
  onTestFinished(() => void child.kill('SIGKILL'));
  let said = '';
  let wake = (): void => undefined;
  const ended = once(child, 'close').then(([status]) => status as number | null);
  void ended.then(() => wake());
  child.stderr.on('data', (data: Buffer) => {
    said += data.toString();
    wake();
  });
  const says = async (text: string): Promise<string> => {
    while (!said.includes(text)) {
      if (child.exitCode !== null) throw new Error(`it ended, and never said ${text}, but\n${said}`);
      await new Promise<void>((resolve) => (wake = resolve));
    }
    const end = said.indexOf(text) + text.length;
    const before = said.slice(0, end);
    said = said.slice(end);
    return before;
  };
  return { says, ended, pid: child.pid!, signal: (signal) => void child.kill(signal) };
}

/** Processes that it started, and those that these did. */
function descendants(pid: number): readonly number[] {
  const { stdout } = spawnSync('ps', ['-eo', 'pid=,ppid='], { encoding: 'utf8' });
  const pairs = stdout
    .trim()
    .split('\n')
    .map((line) => line.trim().split(/\s+/).map(Number) as [number, number]);
  const below = (parent: number): readonly number[] => pairs.flatMap(([child, of]) => (of === parent ? [child, ...below(child)] : []));
  return below(pid);
}

const isAlive = (pid: number) => existsSync(`/proc/${pid}`) && !/^State:\s+Z/m.test(readFileSync(`/proc/${pid}/status`, 'utf8'));

describeEngine('a build', () => {
  afterAll(() => void docker(['image', 'rm', '--force', name]));

  describe.each(['docker', ...(spawnSync('buildah', ['inspect', '--type', 'image', 'debian:bookworm-slim']).status === 0 ? ['buildah'] : [])])(
    'by %s',
    (engine) => {
      it.each([
        ['SIGINT', 130],
        ['SIGTERM', 143],
      ] as const)('is ended by %s, with all that it started, and leaves whole files', async (signal, code) => {
        const folder = folderWith({ 'image.ts': slow(signal === 'SIGINT' ? 61 : 62) });
        const build = building(folder, '--engine', engine, '--progress', 'plain');
        await build.says(`${process.pid} begins\n`);
        const started = descendants(build.pid);
        expect(started.length).toBeGreaterThan(0);
        build.signal(signal);
        const before = Date.now();
        const status = await build.ended;
        expect({ status, soon: Date.now() - before < 15_000 }).toEqual({ status: code, soon: true });
        for (let tries = 0; started.some(isAlive) && tries < 50; tries++) await setTimeout(100);
        expect(started.filter(isAlive)).toEqual([]);
        expect(readdirSync(folder).sort()).toEqual(['Dockerfile', 'Dockerfile.dockerignore', 'image.ts']);
        expect(['Dockerfile', 'Dockerfile.dockerignore'].map((file) => verifyHeader(readFileSync(join(folder, file), 'utf8')))).toEqual([
          'ours',
          'ours',
        ]);
      });
    },
  );

  const READY = 'Ctrl-C ends it\n';

  it('is made again with --watch when a copied file, the definition or a manifest changes, survives what fails, and ends with Ctrl-C', async () => {
    const image = (command: string) => `export default {
  name: '${name}', base: 'debian:bookworm-slim', ignore: ['tables/*.log'],
  copy: { tables: '/tables' }, run: ['${command}'], cmd: 'cat /tables/*',
};\n`;
    const folder = folderWith({ 'image.ts': image('true'), 'tables/tides': 'ebb\n' });
    const shown = () => docker(['run', '--rm', name]);
    const build = building(folder, '--watch', '--progress', 'plain');
    await build.says(READY);
    expect(shown()).toBe('ebb\n');
    // As editors write: to another file that then takes the name.
    writeFileSync(join(folder, '.tides.swp'), 'flood\n');
    renameSync(join(folder, '.tides.swp'), join(folder, 'tables/tides'));
    await build.says(READY);
    expect(shown()).toBe('flood\n');
    writeFileSync(join(folder, 'tables/gauge.log'), 'left out');
    writeFileSync(join(folder, 'tables/tides2'), 'slack\n');
    await build.says(READY);
    expect(shown()).toBe('flood\nslack\n');
    writeFileSync(join(folder, 'image.ts'), image('exit 3'));
    expect(await build.says(READY)).toContain('image.ts:3:');
    writeFileSync(join(folder, 'image.ts'), 'export default {');
    expect(await build.says(READY)).toContain('(definition-syntax)');
    writeFileSync(join(folder, 'image.ts'), image('rm /tables/tides2'));
    await build.says(READY);
    expect(shown()).toBe('flood\n');
    writeFileSync(join(folder, 'image.ts'), image('echo it goes on; sleep 63'));
    await build.says('it goes on\n');
    const started = descendants(build.pid);
    build.signal('SIGINT');
    expect(await build.ended).toBe(0);
    expect(started.filter(isAlive)).toEqual([]);
  });
});

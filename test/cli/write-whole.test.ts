/** Files are whole at any moment, for whoever reads them: with many that write them at once, and with those that are ended outright. */

import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { verifyHeader } from '../../src/print/header.js';
import { cli, command, folderWith } from '../support/command.js';

/** Another text for each number, and long enough to be written in pieces. */
const image = `const edition = Number(process.env.EDITION ?? 0);
const lines = Array.from({ length: 20000 + 1000 * edition }, (_, line) => 'tide ' + edition + ' ' + line);
export default { name: 'tides', base: 'debian:bookworm-slim', files: { '/tides': lines.join('\\n') + '\\n' } };
`;
const files = ['Dockerfile', 'Dockerfile.dockerignore'];

function start(folder: string, edition: number) {
  const env = { PATH: '', HOME: dirname(folder), EDITION: String(edition) };
  const child = spawn(process.execPath, [cli, 'generate', '--quiet'], { cwd: folder, env, stdio: ['ignore', 'ignore', 'pipe'] });
  let said = '';
  child.stderr.on('data', (data: Buffer) => (said += data.toString()));
  return { child, ended: once(child, 'close').then(([status]) => ({ status: status as number | null, said })) };
}

/** What of the files is not what somebody meant to write: nothing. */
function torn(folder: string): readonly string[] {
  return files.filter((file) => existsSync(join(folder, file)) && verifyHeader(readFileSync(join(folder, file), 'utf8')) !== 'ours');
}

const drafts = (folder: string) => readdirSync(folder).filter((name) => name.endsWith('.tmp'));

describe('generate', () => {
  it('never leaves a torn file where twenty write at once', async () => {
    const folder = folderWith({ 'image.ts': image });
    let running = true;
    const all = Promise.all(Array.from({ length: 20 }, (_, edition) => start(folder, edition).ended)).finally(() => (running = false));
    let looks = 0;
    for (; running; looks++) {
      expect(torn(folder)).toEqual([]);
      await setTimeout(2);
    }
    expect((await all).map(({ status, said }) => `${status}${said}`)).toEqual(Array.from({ length: 20 }, () => '0'));
    expect(looks).toBeGreaterThan(20);
    expect(torn(folder)).toEqual([]);
    expect(readdirSync(folder).sort()).toEqual([...files, 'image.ts']);
  });

  it('never leaves a torn file where it is ended outright, and takes away what one left behind', async () => {
    const folder = folderWith({ 'image.ts': image });
    const before = Date.now();
    await start(folder, 0).ended;
    const whole = Date.now() - before;
    for (let round = 1; round <= 16; round++) {
      const { child, ended } = start(folder, round);
      await setTimeout((whole * (round + 4)) / 20);
      child.kill('SIGKILL');
      await ended;
      expect(torn(folder)).toEqual([]);
    }
    expect((await start(folder, 99).ended).status).toBe(0);
    expect(torn(folder)).toEqual([]);
    expect(drafts(folder)).toEqual([]);
  });

  it('takes away drafts of processes that are gone, and of no other file', () => {
    const folder = folderWith({ 'image.ts': image });
    const names = ['.Dockerfile.999999999.tmp', `.Dockerfile.${process.pid}.tmp`, '.notes.999999999.tmp'];
    for (const name of names) writeFileSync(join(folder, name), 'FROM');
    expect(command(['generate', '--quiet'], folder)).toEqual({ status: 0, stdout: '', stderr: '' });
    expect(drafts(folder).sort()).toEqual(names.slice(1).sort());
  });
});

import { execFileSync, spawn } from 'node:child_process';
import { linkSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { tarEntries } from './tar.js';

const [long, longer] = ['d'.repeat(90), 'f'.repeat(120)];
let folder: string;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'imagewright-'));
  mkdirSync(join(folder, long, long, long), { recursive: true });
  writeFileSync(join(folder, long, long, long, longer), 'x'.repeat(1000), { mode: 0o640 });
  writeFileSync(join(folder, 'empty'), '', { mode: 0o755 });
  symlinkSync(longer, join(folder, 'link'));
  linkSync(join(folder, 'empty'), join(folder, 'second name'));
  execFileSync('mkfifo', ['-m', '600', join(folder, 'pipe')]);
});

afterAll(() => rmSync(folder, { recursive: true }));

it.each(['ustar', 'pax', 'gnu'])('reads the %s format', async (format) => {
  const names = format === 'ustar' ? ['empty', 'second name', 'pipe'] : ['empty', 'second name', 'pipe', 'link', long];
  const tar = spawn('tar', ['-C', folder, `--format=${format}`, '--owner=ann:3', '--group=bob:4', '--mode=u=rwX,go=rX', '-c', ...names]);
  const read: string[] = [];
  for await (const { path, type, mode, uid, gid, target, content } of tarEntries(tar.stdout)) {
    read.push(`${path} ${type} ${mode.toString(8)} ${uid}:${gid} ${target} ${content.length}`);
  }
  const links = [`link link 755 3:4 ${longer} 0`, `${long} folder 755 3:4  0`, `${long}/${long} folder 755 3:4  0`];
  const deep = [`${long}/${long}/${long} folder 755 3:4  0`, `${long}/${long}/${long}/${longer} file 644 3:4  1000`];
  const expected = ['empty file 755 3:4  0', 'second name hard link 755 3:4 empty 0', 'pipe fifo 644 3:4  0'];
  expect(read).toEqual(format === 'ustar' ? expected : [...expected, ...links, ...deep]);
});

/**
 * For tests of the built command (`dist/cli.js`): a folder with given files, and what the command says in it, whole.
 */

import { spawnSync } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { onTestFinished } from 'vitest';

export const cli = fileURLToPath(new URL('../../dist/cli.js', import.meta.url));

export interface Ended {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** A folder named `tide-table` with these files; it is removed when the test has ended. */
export function folderWith(files: Readonly<Record<string, string>>): string {
  const parent = realpathSync(mkdtempSync(join(tmpdir(), 'imagewright-')));
  onTestFinished(() => rmSync(parent, { recursive: true, force: true }));
  const folder = join(parent, 'tide-table');
  mkdirSync(folder);
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  return folder;
}

/** A folder to be PATH, with one program in it: a shell script. The folder itself is `$0`'s. */
export function programFolder(name: string, script: string): string {
  const folder = folderWith({ [name]: `#!/bin/sh\n${script}\n` });
  chmodSync(join(folder, name), 0o755);
  return folder;
}

/** Nothing of the machine's own: no engine on PATH, no colour, no cache but the folder's. */
export function command(args: readonly string[], cwd: string, env: Readonly<Record<string, string>> = {}, input = ''): Ended {
  const clean = { PATH: join(cwd, 'no-programs'), HOME: dirname(cwd), ...env };
  const { status, stdout, stderr } = spawnSync(process.execPath, [cli, ...args], { cwd, env: clean, encoding: 'utf8', input });
  return { status, stdout, stderr };
}

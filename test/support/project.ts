/**
 * For tests that use imagewright as a user does: a copy of one of the repository's projects in a folder of its own, and the command.
 */

import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readdirSync, realpathSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const repository = fileURLToPath(new URL('../../', import.meta.url));

/** Names of the examples. */
export const examples: readonly string[] = readdirSync(join(repository, 'examples'), { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map((entry) => entry.name)
  .sort();

/** Copies a folder of the repository (not its results) to a temporary folder; returns that. Remove it after. */
export function copyProject(folder: string): string {
  const copy = join(realpathSync(mkdtempSync(join(tmpdir(), 'imagewright-'))), basename(folder));
  cpSync(join(repository, folder), copy, { recursive: true, filter: (path) => !['results', '.cache', 'node_modules'].includes(basename(path)) });
  return copy;
}

/** Runs the command (`dist/cli.js`) in a folder; returns its stdout; throws with all that it said when it does not end well. */
export function imagewright(args: readonly string[], cwd: string): string {
  const { status, stdout, stderr } = spawnSync(process.execPath, [join(repository, 'dist/cli.js'), ...args], {
    cwd,
    encoding: 'utf8',
    maxBuffer: 1 << 28,
  });
  if (status !== 0) throw new Error(`imagewright ${args.join(' ')} ended with ${status}\n${stdout}${stderr}`);
  return stdout;
}

/**
 * writeWhole(): writes a file whole or not at all, whoever reads it, writes it too, or ends us meanwhile: to a draft beside it, which then takes its name.
 *
 *     Dockerfile     .Dockerfile.4711.tmp, by process 4711
 *
 * A process that is ended outright leaves its draft behind; removeLostDrafts() takes those away.
 */

import {
  closeSync,
  existsSync,
  fchmodSync,
  fsyncSync,
  lstatSync,
  mkdirSync,
  openSync,
  readdirSync,
  readlinkSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { CliError } from './cli-error.js';

export function writeWhole(path: string, text: string): void {
  const target = targetOf(path);
  const draft = join(dirname(target), `.${basename(target)}.${process.pid}.tmp`);
  try {
    mkdirSync(dirname(target), { recursive: true });
    const present = statSync(target, { throwIfNoEntry: false });
    // A device or a pipe is written to: it is no file that could be replaced.
    if (present !== undefined && !present.isFile() && !present.isDirectory()) return writeFileSync(target, text);
    writeDraft(draft, text, present?.mode);
    renameSync(draft, target);
  } catch (error) {
    rmSync(draft, { force: true });
    throw new CliError({ code: 'unwritable-file', message: `"${path}" cannot be written: ${(error as NodeJS.ErrnoException).code}` });
  }
}

/** Where a link points, also to what is not there yet. */
function targetOf(path: string): string {
  if (existsSync(path)) return realpathSync(path);
  const isLink = lstatSync(path, { throwIfNoEntry: false })?.isSymbolicLink() === true;
  return isLink ? resolve(realpathSync(dirname(path)), readlinkSync(path)) : path;
}

function writeDraft(draft: string, text: string, mode: number | undefined): void {
  // One of the same name is of a process that had our number before.
  rmSync(draft, { force: true });
  const file = openSync(draft, 'wx');
  try {
    writeFileSync(file, text);
    if (mode !== undefined) fchmodSync(file, mode & 0o7777);
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
}

/** Drafts of these files that nobody is writing any more. */
export function removeLostDrafts(paths: readonly string[]): void {
  const names = new Set(paths);
  for (const folder of new Set(paths.map((path) => dirname(path)))) {
    for (const name of entriesOf(folder)) {
      const [, target, writer] = /^\.(.+)\.(\d+)\.tmp$/.exec(name) ?? [];
      if (target !== undefined && names.has(join(folder, target)) && !isAlive(Number(writer))) rmSync(join(folder, name), { force: true });
    }
  }
}

function entriesOf(folder: string): readonly string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}

/** Another user's process is one, too. */
function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

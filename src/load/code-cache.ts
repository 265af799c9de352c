/**
 * The code cache: what V8 made of our own script in an earlier run, so that this run does not parse and compile it again, which was a third of all that
 * `generate` costs. It is V8's own data, kept in the cache folder of the program.
 *
 *     openCodeCache(program, host);                      where it is, and for which Node
 *     const run = runScript('…/command.script.js', …);   from the cache, when it has the script
 *     learnCode();                                       there is something new to this run
 *     keepCode();                                        for the next run, when there was, or the cache had nothing
 *
 * V8 refuses the data of another version or of other flags, but does not look whether they are whole, and crashes when they are not. So they stand twice in
 * the file, which is compared faster than anything is hashed, and before a stamp of the script and of the very file of Node. Whatever is wrong with the cache,
 * the script runs: only slower.
 */

import { mkdtempSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { Script } from 'node:vm';
import { cacheFolder, type Environment } from './cache-folder.js';
import { hashedName } from './hashed-name.js';

/** What runs us: `process`. */
export interface Host {
  readonly version: string;
  readonly arch: string;
  readonly execPath: string;
  readonly env: Environment;
}

interface CodeCache {
  /** Absolute path of the one file for this program and this version of Node: a newer program replaces it. */
  readonly path: string;
  /** The file of Node that runs: two builds of one version differ in what their data mean. */
  readonly node: string;
}

let cache: CodeCache | undefined;
/** What ran, and whether its code is to be kept. */
let ran: { readonly script: Script; readonly stamp: string; readonly keep: boolean } | undefined;

/** `program`: absolute path of a file of ours. */
export function openCodeCache(program: string, host: Host): void {
  const folder = cacheFolder(program, host.env)?.path;
  if (folder === undefined) return;
  const { size, mtimeMs } = statSync(host.execPath);
  const name = `${hashedName(program)}-${host.version}-${host.arch}.code`;
  cache = { path: join(folder, name), node: `${host.execPath} ${size} ${mtimeMs}` };
}

/** The value of the script in `file`, which is ASCII. `digest`: of its text. */
export function runScript(file: string, digest: string): unknown {
  const stamp = `${digest} ${cache?.node}`;
  const cachedData = cache && readCode(cache.path, stamp);
  const script = new Script(readFileSync(file, 'latin1'), { filename: file, ...(cachedData && { cachedData }) });
  ran = { script, stamp, keep: cachedData === undefined || script.cachedDataRejected === true };
  return script.runInThisContext();
}

/** This run calls functions that the ones before may not have called: their code is to be kept too. */
export function learnCode(): void {
  if (ran !== undefined) ran = { ...ran, keep: true };
}

/** Keeps the code of the script that ran, with the functions that it called; nothing when the cache has it. A failure is no fault. */
export function keepCode(): void {
  if (cache === undefined || ran?.keep !== true) return;
  const code = ran.script.createCachedData();
  let draft: string | undefined;
  try {
    draft = mkdtempSync(join(dirname(cache.path), 'code-'));
    writeFileSync(join(draft, 'code'), Buffer.concat([code, code, Buffer.from(ran.stamp)]));
    renameSync(join(draft, 'code'), cache.path);
  } catch {
    // The next run tries again.
  } finally {
    if (draft !== undefined) rmSync(draft, { recursive: true, force: true });
  }
}

/** Undefined when there is none, or it is not whole, or not for this script and this Node. */
function readCode(path: string, stamp: string): Buffer | undefined {
  const kept = readBytes(path);
  const end = (kept?.length ?? 0) - Buffer.byteLength(stamp);
  if (kept === undefined || end <= 0 || kept.toString('utf8', end) !== stamp) return undefined;
  const code = kept.subarray(0, end / 2);
  return code.equals(kept.subarray(end / 2, end)) ? code : undefined;
}

function readBytes(path: string): Buffer | undefined {
  try {
    return readFileSync(path);
  } catch {
    return undefined;
  }
}

/**
 * runToEnd(): runs a container by an engine, and gives the exit code. Nothing is left behind that was asked to end.
 *
 * Ctrl-C, and a request to end (SIGTERM), go to the program in the container; as the first process of one it does not end by them unless it says so itself. So a second Ctrl-C ends the container, and so
 * does the time that it is given to end by itself. One that the engine made and could not start is removed.
 */

import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { RunOptions } from '../../engine/engine.js';
import type { EngineChoice } from '../choose-engine.js';
import type { Output } from '../output.js';
import { runEngine } from '../run-engine.js';

/** Milliseconds until it is told how to end what goes on after Ctrl-C, and until what was asked to end is ended. */
const PATIENCE = 1000;
const GRACE = 10_000;

/** What an engine ends with that could not make or start a container; a command may end so, too. */
const NOT_STARTED = [125, 126, 127];

export interface Run {
  readonly cwd: string;
  readonly hear?: (stdout: string) => void;
}

export async function runToEnd(choice: EngineChoice, options: RunOptions, { output, ...run }: Run & { readonly output: Output }): Promise<number> {
  const folder = mkdtempSync(join(tmpdir(), 'imagewright-run-'));
  const idFile = join(folder, 'id');
  const kill = async () => {
    const id = readId(idFile);
    if (id !== undefined) await askOf(choice, choice.engine.containers?.killArguments(id));
  };
  const forget = onSignals(kill, output);
  try {
    const exitCode = await runEngine(choice, { arguments: choice.engine.runArguments?.({ ...options, idFile }) ?? [], ...run }, output);
    const id = readId(idFile);
    if (NOT_STARTED.includes(exitCode) && id !== undefined) await removeUnstarted(choice, id);
    return exitCode;
  } finally {
    forget();
    rmSync(folder, { recursive: true, force: true });
  }
}

async function removeUnstarted(choice: EngineChoice, id: string): Promise<void> {
  const { containers } = choice.engine;
  const stdout = await askOf(choice, containers?.listArguments(undefined));
  const container = containers?.read(stdout).find((each) => each.id === id);
  if (/^created/i.test(container?.status ?? '')) await askOf(choice, containers?.removeArguments({ names: [id], force: false, extra: [] }));
}

async function askOf({ program }: EngineChoice, list: readonly string[] | undefined): Promise<string> {
  const { ask } = await import('../../engine/ask.js');
  return list === undefined ? '' : (await ask(program, list)).stdout;
}

function readId(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8').trim() || undefined;
  } catch {
    return undefined;
  }
}

/** Until it is called. */
function onSignals(kill: () => Promise<void>, output: Output): () => void {
  const timers: NodeJS.Timeout[] = [];
  const later = (milliseconds: number, act: () => void) => void timers.push(setTimeout(act, milliseconds));
  let asked = 0;
  const interrupt = () => {
    asked += 1;
    if (asked === 1) later(PATIENCE, () => output.note('the container has not ended; Ctrl-C again ends it'));
    else void kill();
  };
  const terminate = () => later(GRACE, () => void kill());
  process.on('SIGINT', interrupt).on('SIGTERM', terminate);
  return () => {
    process.off('SIGINT', interrupt).off('SIGTERM', terminate);
    timers.forEach(clearTimeout);
  };
}

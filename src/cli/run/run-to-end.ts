/**
 * runToEnd(): runs a container by an engine, and gives the exit code. Nothing is left behind that was asked to end.
 *
 * A container that the engine made and could not start is removed.
 */

import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { RunOptions } from '../../engine/engine.js';
import type { EngineChoice } from '../choose-engine.js';
import type { Output } from '../output.js';
import { endBySignals } from '../end-by-signals.js';
import { runEngine } from '../run-engine.js';

/** What an engine ends with that could not make or start a container; a command may end so, too. */
const NOT_STARTED = [125, 126, 127];

export interface Run {
  readonly cwd: string;
  readonly hear?: (stdout: string) => void;
}

export async function runToEnd(choice: EngineChoice, options: RunOptions, { output, ...run }: Run & { readonly output: Output }): Promise<number> {
  const folder = mkdtempSync(join(tmpdir(), 'imagewright-run-'));
  const idFile = join(folder, 'id');
  const forget = endBySignals(choice, () => readId(idFile), output);
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

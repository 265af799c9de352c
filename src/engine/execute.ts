/**
 * execute(): starts an engine with an argument list, never through a shell, and gives its exit code.
 *
 * Its standard streams are ours, so that progress, colours and prompts work as if it had been typed; its stdout may be kept instead, and what it prints may be read line by line. One
 * that a signal ended gives 128 and the signal's number, as shells do.
 */

import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { constants } from 'node:os';
import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';
import { execa } from 'execa';
import { endProcesses, processFamily } from './process-family.js';

export interface Execution {
  readonly program: string;
  readonly arguments: readonly string[];
  readonly cwd: string;
  /** Beside our own environment. */
  readonly env?: Readonly<Record<string, string>> | undefined;
  /** Where its stdout goes: to ours, or to our stderr where our stdout is kept for something else. */
  readonly stdout: 'stdout' | 'stderr';
  /** Is given its stdout when it has ended; then nobody sees that meanwhile. */
  readonly hear?: ((stdout: string) => void) | undefined;
  /** Is given each line that it prints on stderr, or on both streams, as it comes; then nobody else sees them. */
  readonly read?: LineReader | undefined;
  /** Asks it to end, by SIGTERM, and what it leaves behind. */
  readonly end: AbortSignal;
}

export interface LineReader {
  readonly from: 'stderr' | 'both';
  readonly line: (line: string) => void;
}

const STDERR = 2;

export async function execute(execution: Execution): Promise<number> {
  const { read, hear } = execution;
  const subprocess = execa(execution.program, [...execution.arguments], {
    cwd: execution.cwd,
    env: execution.env ?? {},
    stdin: 'inherit',
    stdout: hear !== undefined || read?.from === 'both' ? 'pipe' : execution.stdout === 'stdout' ? 'inherit' : STDERR,
    stderr: read === undefined ? 'inherit' : 'pipe',
    // What is read line by line may be of any length.
    buffer: { stdout: hear !== undefined, stderr: false },
    forceKillAfterDelay: false,
    reject: false,
  });
  const release = endOn(execution.end, subprocess);
  const reading =
    read === undefined ? [] : [subprocess.stderr, ...(read.from === 'both' ? [subprocess.stdout] : [])].map((stream) => readLines(stream, read));
  const [result] = await Promise.all([subprocess, ...reading]).finally(release);
  if (typeof result.stdout === 'string') hear?.(result.stdout);
  if (result.exitCode !== undefined) return result.exitCode;
  if (result.signal !== undefined) return 128 + constants.signals[result.signal];
  throw new Error(`${execution.program} cannot be started: ${result.originalMessage ?? 'no reason given'}`);
}

/** With what it has started. Gives what undoes it. */
function endOn(signal: AbortSignal, subprocess: Pick<ChildProcess, 'pid' | 'once' | 'kill'>): () => void {
  const end = () => {
    void processFamily(subprocess.pid).then((family) => {
      subprocess.once('exit', () => void endProcesses(family));
      subprocess.kill('SIGTERM');
    });
  };
  signal.addEventListener('abort', end, { once: true });
  if (signal.aborted) end();
  return () => signal.removeEventListener('abort', end);
}

async function readLines(stream: Readable | null, { line }: LineReader): Promise<void> {
  if (stream === null) return;
  const lines = createInterface({ input: stream, crlfDelay: Infinity });
  lines.on('line', line);
  await once(lines, 'close');
}

/**
 * execute(): starts an engine with an argument list, never through a shell, and gives its exit code.
 *
 * Its standard streams are ours, so that progress, colours and prompts work as if it had been typed; its stdout may be kept instead. One that a signal ended gives 128 and the signal's
 * number, as shells do.
 */

import { constants } from 'node:os';
import { execa } from 'execa';

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
  /** Asks it to end, by SIGTERM. */
  readonly end: AbortSignal;
}

const STDERR = 2;

export async function execute(execution: Execution): Promise<number> {
  const result = await execa(execution.program, [...execution.arguments], {
    cwd: execution.cwd,
    env: execution.env ?? {},
    stdin: 'inherit',
    stdout: execution.hear !== undefined ? 'pipe' : execution.stdout === 'stdout' ? 'inherit' : STDERR,
    stderr: 'inherit',
    cancelSignal: execution.end,
    forceKillAfterDelay: false,
    reject: false,
  });
  if (typeof result.stdout === 'string') execution.hear?.(result.stdout);
  if (result.exitCode !== undefined) return result.exitCode;
  if (result.signal !== undefined) return 128 + constants.signals[result.signal];
  throw new Error(`${execution.program} cannot be started: ${result.originalMessage ?? 'no reason given'}`);
}

/**
 * execute(): starts an engine with an argument list, never through a shell, and gives its exit code.
 *
 * Its standard streams are ours, so that progress, colours and prompts work as if it had been typed. Ctrl-C reaches it from the terminal; a request to end
 * that reaches us is handed on; we wait until it has ended. One that a signal ended gives 128 and the signal's number, as shells do.
 */

import { constants } from 'node:os';
import { execa } from 'execa';

export interface Execution {
  readonly program: string;
  readonly arguments: readonly string[];
  readonly cwd: string;
  /** Its stdout goes to our stderr: our stdout is kept for something else. @default false */
  readonly stdoutToStderr?: boolean;
}

export async function execute(execution: Execution): Promise<number> {
  const child = execa(execution.program, [...execution.arguments], {
    cwd: execution.cwd,
    stdin: 'inherit',
    stdout: execution.stdoutToStderr === true ? process.stderr : 'inherit',
    stderr: 'inherit',
    buffer: false,
    reject: false,
  });
  const wait = () => undefined;
  const handOn = () => void child.kill('SIGTERM');
  process.on('SIGINT', wait).on('SIGTERM', handOn);
  const result = await child.finally(() => process.off('SIGINT', wait).off('SIGTERM', handOn));
  if (result.exitCode !== undefined) return result.exitCode;
  if (result.signal !== undefined) return 128 + constants.signals[result.signal];
  throw new Error(`${execution.program} cannot be started: ${result.originalMessage ?? result.shortMessage ?? 'unknown reason'}`);
}

/**
 * ask(): starts an engine and gives what it printed; it may be given text to read. Never through a shell; ends it after 20 seconds.
 */

import { execa } from 'execa';

export interface Answer {
  /** Undefined: it was not started, or did not end by itself. */
  readonly exitCode: number | undefined;
  readonly stdout: string;
  readonly stderr: string;
}

export async function ask(program: string, list: readonly string[], input?: string): Promise<Answer> {
  const stdin = input === undefined ? { stdin: 'ignore' as const } : { input };
  const result = await execa(program, [...list], { ...stdin, reject: false, timeout: 20_000 });
  return { exitCode: result.exitCode, stdout: result.stdout, stderr: result.stderr };
}

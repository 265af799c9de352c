/**
 * ask(): starts an engine and gives what it printed; it may be given text to read. Never through a shell; ends it after 20 seconds, or as many as it is given.
 */

import { execa } from 'execa';

export interface Answer {
  /** Undefined: it was not started, or did not end by itself. */
  readonly exitCode: number | undefined;
  readonly stdout: string;
  readonly stderr: string;
}

export interface AskOptions {
  readonly input?: string | undefined;
  /** @default that of the process */
  readonly cwd?: string;
  /** @default 20 */
  readonly seconds?: number;
}

export async function ask(program: string, list: readonly string[], { input, cwd, seconds = 20 }: AskOptions = {}): Promise<Answer> {
  const stdin = input === undefined ? { stdin: 'ignore' as const } : { input };
  const folder = cwd === undefined ? {} : { cwd };
  const result = await execa(program, [...list], { ...stdin, ...folder, reject: false, timeout: seconds * 1000 });
  return { exitCode: result.exitCode, stdout: result.stdout, stderr: result.stderr };
}

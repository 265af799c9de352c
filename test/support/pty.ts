/**
 * onTerminal(): runs a command line on a terminal of its own (util-linux's `script` makes one), and gives what stands on it in the end, and how it ended.
 */

import { spawn } from 'node:child_process';
import { createTerminal, type TestTerminal } from './terminal.js';

export interface TerminalSession {
  readonly cwd: string;
  readonly columns: number;
  readonly rows: number;
  readonly env?: NodeJS.ProcessEnv;
  /** Whenever something was written; what is typed then goes to the command: `\u0003` is Ctrl-C. */
  readonly watch?: (terminal: TestTerminal, type: (text: string) => void) => void;
}

export interface TerminalEnd {
  readonly status: number | null;
  readonly terminal: TestTerminal;
}

export function onTerminal(commandLine: string, { cwd, columns, rows, env, watch }: TerminalSession): Promise<TerminalEnd> {
  const terminal = createTerminal(columns, rows);
  const words = ['--quiet', '--return', '--flush', '--command', `stty columns ${columns} rows ${rows}; exec ${commandLine}`, '/dev/null'];
  const child = spawn('script', words, { cwd, env: { ...process.env, TERM: 'xterm', ...env }, stdio: ['pipe', 'pipe', 'inherit'] });
  child.stdout.setEncoding('utf8');
  child.stdout.on('data', (text: string) => {
    terminal.write(text);
    watch?.(terminal, (typed) => void child.stdin.write(typed));
  });
  return new Promise((resolve) => child.on('close', (status) => resolve({ status, terminal })));
}

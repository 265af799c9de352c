/**
 * chooseProgress(): how a build is shown: as it is asked for, or as it suits what stderr is.
 */

import { CliError } from '../cli-error.js';
import type { Output } from '../output.js';

export const progressKinds = ['auto', 'plain', 'tty', 'json'] as const;

export type ProgressKind = Exclude<(typeof progressKinds)[number], 'auto'> | 'silent';

export function chooseProgress(asked: (typeof progressKinds)[number], output: Output): ProgressKind {
  if (asked === 'json') {
    if (!output.json) return 'json';
    throw new CliError({
      code: 'usage',
      message: '--json and --progress json both print on stdout',
      hint: 'leave out --json: the last event is the result',
    });
  }
  if (output.quiet) return 'silent';
  if (asked !== 'tty') return asked === 'auto' && isTerminal() && process.env['TERM'] !== 'dumb' ? 'tty' : 'plain';
  if (isTerminal()) return 'tty';
  throw new CliError({ code: 'usage', message: '--progress tty needs a terminal on stderr', hint: 'write --progress plain' });
}

function isTerminal(): boolean {
  return process.stderr.isTTY === true;
}

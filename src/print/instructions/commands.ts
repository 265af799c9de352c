/**
 * CMD, ENTRYPOINT, HEALTHCHECK and SHELL: commands of the container, not of the build.
 *
 *     CMD ["snakemake", "--cores", "1"]       exec form: an argument list
 *     CMD make run                            shell form: a line for the shell
 *
 * Shell forms are raw text: a line that would be read as something else (JSON, a flag, two lines) is refused, for an argument list always says it.
 */

import type { Cmd, CommandForm, Entrypoint, Healthcheck, Shell } from '../../ir/instruction.js';
import type { Origin } from '../../origin.js';
import { byteLength, carryFault, formFault, LONGEST_ARGUMENT, shown } from '../carry.js';
import type { Fault, PrintContext, PrintedLine } from '../line.js';
import { execForm, type Escape } from '../quote.js';
import { needsHeredoc } from '../run-line.js';

export function printCmd({ command, origins }: Cmd, context: PrintContext): readonly PrintedLine[] {
  return [{ text: `CMD ${printCommand('CMD', { command, origin: origins[0]! }, context)}`, origins }];
}

export function printEntrypoint({ command, origins }: Entrypoint, context: PrintContext): readonly PrintedLine[] {
  return [{ text: `ENTRYPOINT ${printCommand('ENTRYPOINT', { command, origin: origins[0]! }, context)}`, origins }];
}

export function printShell({ argv, origins }: Shell, context: PrintContext): readonly PrintedLine[] {
  const command: CommandForm = { form: 'exec', argv };
  if (argv.length === 0) context.refuse(origins[0]!, { message: 'SHELL has an empty list', hint: 'name the shell: ["bash", "-c"]' });
  return [{ text: `SHELL ${printCommand('SHELL', { command, origin: origins[0]! }, context)}`, origins }];
}

/** Its options one a line when there are several. */
export function printHealthcheck(check: Healthcheck, context: PrintContext): readonly PrintedLine[] {
  const { command, origins } = check;
  if (command === undefined) return [{ text: 'HEALTHCHECK NONE', origins }];
  const flags = healthcheckFlags(check, context);
  const words = [...flags, `CMD ${printCommand('HEALTHCHECK', { command, origin: origins[0]! }, context)}`];
  if (flags.length < 2) return [{ text: `HEALTHCHECK ${words.join(' ')}`, origins }];
  return words.map((word, index) => ({
    text: `${index === 0 ? 'HEALTHCHECK ' : '    '}${word}${index === words.length - 1 ? '' : ` ${context.escape}`}`,
    origins,
  }));
}

function healthcheckFlags(check: Healthcheck, context: PrintContext): readonly string[] {
  const durations = { interval: check.interval, timeout: check.timeout, 'start-period': check.startPeriod, 'start-interval': check.startInterval };
  const form = { form: /^(0|(\d+(\.\d+)?(ns|us|ms|s|m|h))+)$/, name: 'a duration', hint: 'write "30s" or "1m30s"' };
  const flags = Object.entries(durations).flatMap(([name, duration]) => {
    if (duration === undefined) return [];
    context.refuse(check.origins[0]!, formFault(duration, form));
    return [`--${name}=${duration}`];
  });
  return check.retries === undefined ? flags : [...flags, `--retries=${check.retries}`];
}

function printCommand(keyword: string, { command, origin }: { command: CommandForm; origin: Origin }, context: PrintContext): string {
  if (command.form === 'shell') {
    context.refuse(origin, shellFault(command.line, keyword, context.escape));
    return command.line;
  }
  for (const argument of command.argv) context.refuse(origin, carryFault(argument, { name: keyword, alphabet: 'json' }));
  return execForm(command.argv);
}

function shellFault(line: string, keyword: string, escape: Escape): Fault | undefined {
  const hint = `write it as a list: ["sh", "-c", "…"]`;
  const fault = carryFault(line, { name: `the shell form of ${keyword}`, alphabet: 'line', hint });
  if (fault) return fault;
  if (byteLength(line) <= LONGEST_ARGUMENT && line !== '' && !needsHeredoc(line.replaceAll('<<', '')) && !/\\$/.test(line) && !line.endsWith(escape))
    return undefined;
  return { message: `${shown(line)} would be read as something else in the shell form of ${keyword}`, hint };
}

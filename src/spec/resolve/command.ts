/** `cmd`, `entrypoint` and `healthcheck`. A list is the exec form, a text the shell form. */

import type { Located } from '../../origin.js';
import type { CommandForm, CommandSpec, HealthcheckSpec } from '../spec.js';
import type { Command, HealthcheckOptions } from '../types.js';
import { given } from './given.js';

function commandForm(command: Command): CommandForm {
  return typeof command === 'string' ? { form: 'shell', line: command } : { form: 'exec', argv: [...command] };
}

export function resolveCommand(command: Located<Command> | undefined): CommandSpec | undefined {
  return command && { command: commandForm(command.value), origin: command.origin };
}

export function resolveHealthcheck(healthcheck: Located<false | HealthcheckOptions> | undefined): HealthcheckSpec | undefined {
  if (healthcheck === undefined) return undefined;
  const { value, origin } = healthcheck;
  if (value === false) return { kind: 'none', origin };
  const { cmd, interval, timeout, startPeriod, startInterval, retries } = value;
  const times = { ...given('interval', interval), ...given('timeout', timeout), ...given('startPeriod', startPeriod) };
  return { kind: 'check', command: commandForm(cmd), ...times, ...given('startInterval', startInterval), ...given('retries', retries), origin };
}

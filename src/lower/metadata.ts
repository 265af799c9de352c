/** What costs no layer and stands at the end: ports, volumes, health check, stop signal, entry point, default command, labels, text of the author's own. */

import type { Healthcheck, Instruction } from '../ir/instruction.js';
import type { Located } from '../origin.js';
import type { CommandForm, HealthcheckSpec, StageSpec } from '../spec/spec.js';
import type { StageContext } from './context.js';
import { shellFault } from './shell-fault.js';
import type { StepState } from './step-state.js';

export function lowerPorts({ expose }: StageSpec): readonly Instruction[] {
  return expose.length === 0 ? [] : [{ kind: 'expose', origins: originsOf(expose), ports: expose.map(({ value }) => value) }];
}

export function lowerVolumes({ volumes }: StageSpec): readonly Instruction[] {
  return volumes.length === 0 ? [] : [{ kind: 'volume', origins: originsOf(volumes), paths: volumes.map(({ value }) => value) }];
}

/** Refuses a command in shell form where there is no shell: no container would start. */
export function lowerProcess(context: StageContext, state: StepState): readonly Instruction[] {
  const { healthcheck, stopSignal, entrypoint, cmd } = context.stage;
  const health = healthcheck?.kind === 'check' ? healthcheck : undefined;
  for (const [field, said] of Object.entries({ healthcheck: health, entrypoint, cmd })) if (said) checkShell(field, said, { context, state });
  return [
    ...(healthcheck ? [lowerHealthcheck(healthcheck)] : []),
    ...(stopSignal ? [{ kind: 'stop-signal' as const, origins: [stopSignal.origin], signal: stopSignal.value }] : []),
    ...(entrypoint ? [{ kind: 'entrypoint' as const, origins: [entrypoint.origin], command: entrypoint.command }] : []),
    ...(cmd ? [{ kind: 'cmd' as const, origins: [cmd.origin], command: cmd.command }] : []),
  ];
}

interface Said extends Pick<Located<unknown>, 'origin'> {
  readonly command: CommandForm;
}

function checkShell(
  field: string,
  { command, origin }: Said,
  { context, state }: { readonly context: StageContext; readonly state: StepState },
): void {
  const fault = command.form === 'shell' ? shellFault(context, state) : undefined;
  if (fault === undefined) return;
  context.report.error('no-shell', origin, {
    message: `${fault}, which the shell form of ${field} needs`,
    hint: "write a list: ['/bin/tool', '--version']; or name the shell that you have copied: shell: ['/bin/sh', '-c']",
  });
}

function lowerHealthcheck(check: HealthcheckSpec): Healthcheck {
  if (check.kind === 'none') return { kind: 'healthcheck', origins: [check.origin] };
  const { kind: _kind, origin, ...options } = check;
  return { kind: 'healthcheck', origins: [origin], ...options };
}

export function lowerLabels({ labels }: StageSpec): readonly Instruction[] {
  if (labels.length === 0) return [];
  return [{ kind: 'label', origins: originsOf(labels), entries: labels }];
}

export function lowerRaw({ raw }: StageSpec): readonly Instruction[] {
  return raw.map(({ value, origin }) => ({ kind: 'raw', origins: [origin], text: value }));
}

function originsOf(items: readonly Pick<Located<unknown>, 'origin'>[]): Instruction['origins'] {
  return items.map(({ origin }) => origin);
}

/** What costs no layer and stands at the end: ports, volumes, health check, stop signal, entry point, default command, labels, text of the author's own. */

import type { Healthcheck, Instruction } from '../ir/instruction.js';
import type { Located } from '../origin.js';
import type { HealthcheckSpec, StageSpec } from '../spec/spec.js';

export function lowerPorts({ expose }: StageSpec): readonly Instruction[] {
  return expose.length === 0 ? [] : [{ kind: 'expose', origins: originsOf(expose), ports: expose.map(({ value }) => value) }];
}

export function lowerVolumes({ volumes }: StageSpec): readonly Instruction[] {
  return volumes.length === 0 ? [] : [{ kind: 'volume', origins: originsOf(volumes), paths: volumes.map(({ value }) => value) }];
}

export function lowerProcess({ healthcheck, stopSignal, entrypoint, cmd }: StageSpec): readonly Instruction[] {
  return [
    ...(healthcheck ? [lowerHealthcheck(healthcheck)] : []),
    ...(stopSignal ? [{ kind: 'stop-signal' as const, origins: [stopSignal.origin], signal: stopSignal.value }] : []),
    ...(entrypoint ? [{ kind: 'entrypoint' as const, origins: [entrypoint.origin], command: entrypoint.command }] : []),
    ...(cmd ? [{ kind: 'cmd' as const, origins: [cmd.origin], command: cmd.command }] : []),
  ];
}

function lowerHealthcheck(check: HealthcheckSpec): Healthcheck {
  if (check.kind === 'none') return { kind: 'healthcheck', origins: [check.origin] };
  const { kind: _kind, origin, ...options } = check;
  return { kind: 'healthcheck', origins: [origin], ...options };
}

export function lowerLabels({ labels }: StageSpec): readonly Instruction[] {
  if (labels.length === 0) return [];
  const entries = labels.map(({ name, value, origin }) => ({ name, value: value === '' ? [] : [value], origin }));
  return [{ kind: 'label', origins: originsOf(labels), entries }];
}

export function lowerRaw({ raw }: StageSpec): readonly Instruction[] {
  return raw.map(({ value, origin }) => ({ kind: 'raw', origins: [origin], text: value }));
}

function originsOf(items: readonly Pick<Located<unknown>, 'origin'>[]): Instruction['origins'] {
  return items.map(({ origin }) => origin);
}

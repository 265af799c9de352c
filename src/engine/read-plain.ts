/**
 * readPlain(): what BuildKit prints with `--progress=plain` → events; for engines that know no other form that a program can read.
 *
 *     #5 [2/2] RUN make                →   step "[2/2] RUN make" is running
 *     #5 0.312 cc -O2 tide.c           →   it printed "cc -O2 tide.c"
 *     #5 DONE 1.2s                     →   done, in 1.2 seconds
 *     #5 CACHED
 *     #5 ERROR: process "/bin/sh -c make" did not complete successfully: exit code: 2
 *
 * All else is text.
 */

import { plainLine } from './log-lines.js';
import type { BuildEvent, EventReader, StepStatus } from './build-events.js';

export function readPlain(): EventReader {
  const names = new Map<string, string>();
  const read = (line: string): readonly BuildEvent[] => {
    const [, id, rest] = /^#(\d+) ?(.*)$/.exec(line) ?? [];
    if (id === undefined || rest === undefined) return isNothing(line) ? [] : [{ kind: 'text', line }];
    const name = names.get(id);
    if (name === undefined && !rest.startsWith('[') && !isUnnumbered(rest)) return [{ kind: 'text', line }];
    if (name !== undefined) return eventsOf({ id, name }, rest);
    names.set(id, rest);
    return [{ kind: 'step', id, name: rest, state: 'running' }];
  };
  return { read, end: () => [] };
}

/** Steps that stand in no Dockerfile have no brackets. */
function isUnnumbered(text: string): boolean {
  return /^(?:exporting|importing|resolving|unpacking|pushing|preparing)\b/.test(text);
}

function isNothing(line: string): boolean {
  return line.trim() === '';
}

function eventsOf({ id, name }: { readonly id: string; readonly name: string }, text: string): readonly BuildEvent[] {
  const step = (state: StepStatus): BuildEvent => ({ kind: 'step', id, name, state });
  if (text === name) return [step('running')];
  if (text === '...' || text === '') return [];
  if (text === 'CACHED') return [step('cached')];
  if (text === 'CANCELED') return [step('canceled')];
  const seconds = /^DONE (\d+(?:\.\d+)?)s$/.exec(text)?.[1];
  if (seconds !== undefined) return [{ kind: 'step', id, name, state: 'done', seconds: Number(seconds) }];
  const error = /^ERROR: (.*)$/.exec(text)?.[1];
  if (error !== undefined) return [{ kind: 'step', id, name, state: 'failed', error }];
  const printed = /^\d+\.\d+ (.*)$/.exec(text)?.[1];
  return printed === undefined ? [] : [{ kind: 'log', id, lines: [plainLine(printed)] }];
}

/**
 * readRawjson(): what `docker build --progress=rawjson` prints → events.
 *
 *     {"vertexes":[{"digest":"sha256:…","name":"[2/2] RUN make","started":"…"}]}   →   step "[2/2] RUN make" is running
 *     {"logs":[{"vertex":"sha256:…","stream":1,"data":"Y2M="}]}                    →   it printed "cc"
 *
 * A vertex is told again whenever something of it is known, and may complete more than once; what it prints comes in pieces of any length. What is no JSON is text: what
 * docker says before the build begins and after it has failed.
 */

import type { BuildEvent, EventReader, StepEvent, WarningEvent } from './build-events.js';
import { createLogLines } from './log-lines.js';

interface Vertex {
  readonly digest: string;
  readonly name: string;
  readonly started?: string;
  readonly completed?: string;
  readonly cached?: boolean;
  readonly error?: string;
}

interface Message {
  readonly vertexes?: readonly Vertex[];
  readonly statuses?: readonly { readonly id: string; readonly vertex: string; readonly current?: number; readonly total?: number }[];
  readonly logs?: readonly { readonly vertex: string; readonly stream: number; readonly data?: string }[];
  readonly warnings?: readonly Warning[];
}

interface Warning {
  /** Base64. */
  readonly short?: string;
  readonly range?: readonly { readonly start: { readonly line: number }; readonly end?: { readonly line?: number } }[];
}

export function readRawjson(): EventReader {
  const lines = createLogLines();
  const read = (line: string): readonly BuildEvent[] => {
    const message = parse(line);
    if (message === undefined) return line === '' ? [] : [{ kind: 'text', line }];
    const { vertexes = [], statuses = [], logs = [], warnings = [] } = message;
    const steps = vertexes.map(stepOf);
    const printed = logs.flatMap(({ vertex, stream, data = '' }) => lines.add(vertex, { stream, bytes: Buffer.from(data, 'base64') }));
    const transfers = statuses.flatMap(({ id, vertex, current = 0, total = 0 }): readonly BuildEvent[] =>
      total === 0 ? [] : [{ kind: 'transfer', id: vertex, part: id, current, total }],
    );
    const begun = steps.filter(({ state }) => state === 'waiting' || state === 'running');
    const ended = steps.filter((step) => !begun.includes(step)).flatMap((step) => [...lines.end(step.id), step]);
    return [...ended, ...begun, ...printed, ...transfers, ...warnings.map(warningOf)];
  };
  return { read, end: () => [] };
}

function parse(line: string): Message | undefined {
  if (!line.startsWith('{')) return undefined;
  try {
    return JSON.parse(line) as Message;
  } catch {
    return undefined;
  }
}

function stepOf({ digest, name, started, completed, cached, error = '' }: Vertex): StepEvent {
  const step = { kind: 'step', id: digest, name } as const;
  const took = started === undefined || completed === undefined ? {} : { seconds: (Date.parse(completed) - Date.parse(started)) / 1000 };
  if (error !== '') return isCancel(error) ? { ...step, state: 'canceled' } : { ...step, ...took, state: 'failed', error };
  if (completed === undefined) return { ...step, state: started === undefined ? 'waiting' : 'running' };
  return cached === true ? { ...step, state: 'cached' } : { ...step, ...took, state: 'done' };
}

/** Of a step that ended because another had failed, or somebody had had enough. */
function isCancel(error: string): boolean {
  return /context canceled$/.test(error);
}

function warningOf({ short = '', range = [] }: Warning): WarningEvent {
  const lines = range.flatMap(({ start, end }) =>
    Array.from({ length: (end?.line ?? start.line) - start.line + 1 }, (_, index) => start.line + index),
  );
  return { kind: 'warning', message: Buffer.from(short, 'base64').toString(), lines };
}

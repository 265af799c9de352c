/**
 * What Docker remembers: the layers of an image, and the steps of the last build of a Dockerfile, with the time that each took.
 *
 * Other engines keep no record of their builds.
 */

import { basename } from 'node:path';
import { ask } from './ask.js';
import { jsonLines } from './json-lines.js';
import { stepPlace } from './step-place.js';

export interface LayerRecord {
  /** `RUN /bin/sh -c make # buildkit`, `COPY src /opt/ # buildkit`. */
  readonly createdBy: string;
  readonly bytes: number;
}

export interface StepRecord {
  /** `build 2/3`; empty for what stands in no Dockerfile. */
  readonly place: string;
  /** `RUN make`. */
  readonly text: string;
  /** Undefined for one that was not carried out. */
  readonly seconds?: number;
  readonly cached: boolean;
}

/** From the base up; undefined where there is no such image. */
export async function layerRecords(program: string, image: string): Promise<readonly LayerRecord[] | undefined> {
  const { exitCode, stdout } = await ask(program, ['history', '--no-trunc', '--human=false', '--format', '{{json .}}', '--', image]);
  if (exitCode !== 0) return undefined;
  const entries = jsonLines<{ readonly CreatedBy: string; readonly Size: string }>(stdout);
  return entries.map(({ CreatedBy, Size }) => ({ createdBy: CreatedBy, bytes: Number(Size) })).reverse();
}

/** Records that are looked at, the newest first. */
const MOST = 10;

/**
 * Of the last build of a Dockerfile that ended well and has all these steps (`build 2/3`); undefined where there is none on record. A record names its build after the
 * folder of the context, and the Dockerfile where that is not called so.
 */
export async function stepRecords(
  program: string,
  context: string,
  build: { readonly file: string; readonly places: readonly string[] },
): Promise<readonly StepRecord[] | undefined> {
  const { exitCode, stdout } = await ask(program, ['buildx', 'history', 'ls', '--format', 'json']);
  if (exitCode !== 0) return undefined;
  const name = [basename(context), ...(build.file === 'Dockerfile' ? [] : [build.file])].join('/');
  const records = jsonLines<BuildRecord>(stdout).filter((record) => record.status === 'Completed' && `/${record.name}`.endsWith(`/${name}`));
  for (const { ref } of records.sort((left, right) => (left.created_at < right.created_at ? 1 : -1)).slice(0, MOST)) {
    // Where progress goes: to stderr.
    const { stderr: log } = await ask(program, ['buildx', 'history', 'logs', '--progress', 'rawjson', ref.split('/').at(-1)!]);
    const steps = stepsOf(log);
    if (build.places.every((place) => steps.some((step) => step.place === place))) return steps;
  }
  return undefined;
}

interface BuildRecord {
  readonly ref: string;
  readonly name: string;
  readonly status: string;
  readonly created_at: string;
}

interface Vertex {
  readonly digest: string;
  readonly name: string;
  readonly started?: string;
  readonly completed?: string;
  readonly cached?: boolean;
}

/** A step is told again whenever something of it is known. */
function stepsOf(log: string): readonly StepRecord[] {
  const vertices = new Map<string, Vertex>();
  for (const vertex of jsonLines<{ readonly vertexes?: readonly Vertex[] }>(log).flatMap(({ vertexes = [] }) => vertexes))
    vertices.set(vertex.digest, { ...vertices.get(vertex.digest), ...vertex });
  return [...vertices.values()].map(({ name, started, completed, cached = false }) => ({
    ...stepPlace(name),
    cached,
    ...(cached || started === undefined || completed === undefined ? {} : { seconds: (Date.parse(completed) - Date.parse(started)) / 1000 }),
  }));
}

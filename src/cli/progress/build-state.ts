/**
 * BuildState: what is known of a build at a moment; advance() makes the next of an event. Pure: the time is given.
 *
 * A base is told of twice: when it is found, and when it is there. It has ended when a step begins that is none, or the build ends.
 */

import type { BuildEvent, StepEvent, StepStatus } from '../../engine/build-events.js';
import type { StepNames } from './step-names.js';

export interface BuildState {
  /** By the engine's id, in the order in which they were told of. */
  readonly steps: ReadonlyMap<string, BuildingStep>;
  /** Those that have ended with the last event, and are told of now. */
  readonly ended: readonly BuildingStep[];
}

export interface BuildingStep {
  readonly id: string;
  /** As image.ts calls it. */
  readonly label: string;
  /** Whether it is a step of the Dockerfile. */
  readonly counts: boolean;
  readonly isBase: boolean;
  /** Where its instruction stands among the steps. */
  readonly position?: number;
  /** How many steps there will be, where that is known otherwise than by counting those that are known. */
  readonly of?: number;
  readonly state: StepStatus;
  /** When it began, in milliseconds of the clock that is given. */
  readonly since?: number;
  /** What it took, when it has ended. */
  readonly seconds?: number;
  /** The last line that it printed. */
  readonly last?: string;
  /** Bytes that it fetches, by what they are of. */
  readonly transfers: ReadonlyMap<string, { readonly current: number; readonly total: number }>;
  /** Whether it was told of that it has ended. */
  readonly told: boolean;
}

export interface Moment {
  /** Milliseconds of a clock. */
  readonly now: number;
  readonly names: StepNames;
}

export const noSteps: BuildState = { steps: new Map(), ended: [] };

export function advance(before: BuildState, event: BuildEvent, moment: Moment): BuildState {
  const state = { ...before, ended: [] };
  switch (event.kind) {
    case 'step': {
      const step = stepAfter(state, event, moment);
      return withEnded(withStep(state, step), { bases: step.counts && !step.isBase && step.state !== 'waiting' });
    }
    case 'log': {
      const last = event.lines.findLast((line) => line.trim() !== '');
      return changed(state, event.id, (step) => (last === undefined ? step : { ...step, last }));
    }
    case 'transfer':
      return changed(state, event.id, (step) => ({ ...step, transfers: new Map([...step.transfers, [event.part, event]]) }));
    case 'warning':
    case 'text':
      return state;
    default:
      return event satisfies never;
  }
}

/** When the engine has ended: what still runs has been given up. */
export function finish({ steps }: BuildState, now: number): BuildState {
  const stopped = [...steps].map(([id, step]): [string, BuildingStep] => [
    id,
    step.state === 'running' ? { ...step, state: 'canceled', seconds: (now - (step.since ?? now)) / 1000 } : step,
  ]);
  return withEnded({ steps: new Map(stopped), ended: [] }, { bases: true });
}

/** How many steps the Dockerfile has, as far as is known. */
export function totalSteps({ steps }: BuildState): number {
  const counted = [...steps.values()].filter(({ counts }) => counts);
  return Math.max(counted.length, ...counted.map(({ of = 0 }) => of));
}

/** Which step it is: by its place in the Dockerfile; those without one come last, as they were told of. Undefined for what does not count. */
export function stepNumber({ steps }: BuildState, step: BuildingStep): number | undefined {
  if (!step.counts) return undefined;
  if (step.of !== undefined && step.position !== undefined) return step.position + 1;
  return inOrder([...steps.values()].filter(({ counts }) => counts)).findIndex(({ id }) => id === step.id) + 1;
}

function inOrder(steps: readonly BuildingStep[]): readonly BuildingStep[] {
  const place = ({ position = Infinity }: BuildingStep) => position;
  return steps.toSorted((left, right) => (place(left) === place(right) ? 0 : place(left) - place(right)));
}

export function hasEnded({ state }: Pick<BuildingStep, 'state'>): boolean {
  return state !== 'waiting' && state !== 'running';
}

function stepAfter(state: BuildState, event: StepEvent, { now, names }: Moment): BuildingStep {
  const known: BuildingStep = state.steps.get(event.id) ?? { id: event.id, ...names(event), state: 'waiting', transfers: new Map(), told: false };
  const since = known.since ?? (event.state === 'waiting' ? undefined : now);
  const seconds = hasEnded(event) ? Math.max(known.seconds ?? 0, event.seconds ?? (now - (since ?? now)) / 1000) : undefined;
  const times = { ...(since === undefined ? {} : { since }), ...(seconds === undefined ? {} : { seconds }) };
  return { ...known, state: event.state, ...times };
}

function withStep({ steps, ended }: BuildState, step: BuildingStep): BuildState {
  return { steps: new Map([...steps, [step.id, step]]), ended };
}

/** Tells of those that have ended; of `bases` only when that is certain. */
function withEnded({ steps }: BuildState, { bases }: { readonly bases: boolean }): BuildState {
  const ended = [...steps.values()].filter((step) => !step.told && hasEnded(step) && (bases || !step.isBase || step.state === 'failed'));
  if (ended.length === 0) return { steps, ended };
  return { steps: new Map([...steps, ...ended.map((step): [string, BuildingStep] => [step.id, { ...step, told: true }])]), ended: inOrder(ended) };
}

/** What is told of a step that nobody has heard of is left out. */
function changed(state: BuildState, id: string, change: (step: BuildingStep) => BuildingStep): BuildState {
  const step = state.steps.get(id);
  return step === undefined ? state : withStep(state, change(step));
}

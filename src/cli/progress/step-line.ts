/**
 * stepLine(): one step as one line: which it is, its name in image.ts, and how it stands.
 *
 *     [3/7] run[1] make  8.1s
 *     [2/7] apt  cached
 *     [4/7] pip  failed after 2.0s
 *
 * Steps that do not count stand without a number.
 */

import type { Colors } from '../colors.js';
import { visible } from '../visible.js';
import { hasEnded, stepNumber, totalSteps, type BuildingStep, type BuildState } from './build-state.js';
import { duration } from './duration.js';
import { fit } from './fit.js';

export interface LineOptions {
  readonly state: BuildState;
  readonly now: number;
  readonly colors: Colors;
  /** Columns that it may take; undefined: any. */
  readonly columns?: number | undefined;
}

export function stepLine(step: BuildingStep, { state, now, colors, columns }: LineOptions): string {
  const number = numberText(state, step);
  const status = statusText(step, now);
  const label = visible(step.label).replaceAll('\t', ' ');
  const room = columns === undefined ? undefined : columns - number.length - status.length - 2;
  const shown = room === undefined ? label : fit(label, room);
  return `${colors.dim(number)}${step.state === 'failed' ? colors.red(shown) : shown}${status === '' ? '' : `  ${painted(status, step, colors)}`}`;
}

/** `[3/7] `; empty for what does not count. */
export function numberText(state: BuildState, step: BuildingStep): string {
  const number = stepNumber(state, step);
  return number === undefined ? '' : `[${number}/${totalSteps(state)}] `;
}

function statusText(step: BuildingStep, now: number): string {
  const seconds = duration(hasEnded(step) ? (step.seconds ?? 0) : (now - (step.since ?? now)) / 1000);
  switch (step.state) {
    case 'waiting':
      return '';
    case 'cached':
      return 'cached';
    case 'failed':
      return `failed after ${seconds}`;
    case 'canceled':
      return `stopped after ${seconds}`;
    case 'running':
    case 'done':
      return seconds;
    default:
      return step.state satisfies never;
  }
}

function painted(status: string, { state }: BuildingStep, colors: Colors): string {
  if (state === 'failed') return colors.red(status);
  return state === 'done' || state === 'cached' ? colors.green(status) : colors.dim(status);
}

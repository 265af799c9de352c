/**
 * frame(): what a terminal shows of a build that goes on, below what has ended: the running steps, each with the last line that it printed, and how far the build is.
 *
 *     [3/7] run[1] make  3.2s
 *           cc -O2 -c tide.c
 *     [4/7] stages.docs.apt  1.0s
 *           Get:3 http://mirror.example.org/debian bookworm/main amd64 make
 *     building tides:0.1, 2 of 7 steps, 12.3s
 *
 * Pure. Fits the terminal: no line is longer than it is wide, and there are fewer lines than it is high; steps that have no room are counted.
 */

import type { Colors } from '../colors.js';
import { sizeText } from '../size-text.js';
import { visible } from '../visible.js';
import { hasEnded, totalSteps, type BuildingStep, type BuildState } from './build-state.js';
import { duration } from './duration.js';
import { fit } from './fit.js';
import { numberText, stepLine } from './step-line.js';

export interface View {
  readonly columns: number;
  readonly rows: number;
  /** Milliseconds of the clock. */
  readonly now: number;
  /** When the build began. */
  readonly since: number;
  /** What is built: `tides:0.1`. */
  readonly title: string;
  readonly colors: Colors;
}

export function frame(state: BuildState, view: View): readonly string[] {
  const { colors } = view;
  // The last column stays free: some terminals go to the next line there.
  const columns = Math.max(1, view.columns - 1);
  const running = [...state.steps.values()].filter(isShown);
  // Below the frame stands the cursor.
  const room = Math.max(0, view.rows - 2);
  const shown = running.length * 2 <= room ? running : running.slice(0, Math.max(0, Math.floor((room - 1) / 2)));
  const hidden = running.length - shown.length;
  return [
    ...shown.flatMap((step) => [stepLine(step, { state, now: view.now, colors, columns }), ...lastLine(state, step, columns).map(colors.dim)]),
    ...(hidden > 0 && room > 0 ? [colors.dim(fit(`and ${hidden} more`, columns))] : []),
    colors.bold(fit(summary(state, view), columns)),
  ];
}

function isShown({ state, told }: BuildingStep): boolean {
  return state === 'running' && !told;
}

function lastLine(state: BuildState, step: BuildingStep, columns: number): readonly string[] {
  const indent = ' '.repeat(Math.min(numberText(state, step).length, Math.max(0, columns - 1)));
  const text = step.last ?? transferText(step);
  return text === '' ? [] : [`${indent}${fit(visible(text).replaceAll('\t', ' '), columns - indent.length)}`];
}

function transferText({ transfers }: BuildingStep): string {
  if (transfers.size === 0) return '';
  const sum = (values: readonly number[]) => values.reduce((result, value) => result + value, 0);
  const all = [...transfers.values()];
  return `${sizeText(sum(all.map(({ current }) => current)))} of ${sizeText(sum(all.map(({ total }) => total)))}`;
}

function summary(state: BuildState, { title, now, since }: View): string {
  const ended = [...state.steps.values()].filter((step) => step.counts && hasEnded(step)).length;
  const total = totalSteps(state);
  const steps = total === 0 ? '' : `, ${ended} of ${total} steps`;
  return `building ${visible(title)}${steps}, ${duration((now - since) / 1000)}`;
}

/**
 * createPlainDisplay(): a build as lines: one when a step begins, all that it prints, and one when it has ended, with the time that it took.
 *
 *     [2/3] apt
 *     [2/3] | Get:1 http://mirror.example.org/debian bookworm InRelease
 *     [2/3] apt  8.1s
 *     [3/3] run[0] make  cached
 */

import type { BuildEvent } from '../../engine/build-events.js';
import type { Colors } from '../colors.js';
import { visible } from '../visible.js';
import { noSteps, type BuildingStep, type BuildState } from './build-state.js';
import type { Clock } from './clock.js';
import { isTold, type Display } from './display.js';
import { numberText, stepLine } from './step-line.js';

export interface PlainOptions {
  readonly write: (text: string) => void;
  readonly clock: Clock;
  readonly colors: Colors;
}

/** Milliseconds in which a step turns out to have been cached: then only its end is told. */
const SOON = 200;

export function createPlainDisplay(options: PlainOptions): Display {
  const told = createTold(options);
  const { now, every } = options.clock;
  let state = noSteps;
  const late = ({ state: status, told: isEnded, since = 0 }: BuildingStep): boolean => status === 'running' && !isEnded && now() - since >= SOON;
  const stop = every(SOON, () => told.begin([...state.steps.values()].filter(late), state));
  const end = (after: BuildState): void => {
    state = after;
    told.end(state.ended, state);
  };
  return {
    show: (event, after) => {
      const step = event.kind === 'log' ? after.steps.get(event.id) : undefined;
      if (step !== undefined) told.begin([step], after);
      told.put(linesOf(event, after));
      end(after);
    },
    end: (after) => {
      stop();
      end(after);
    },
  };
}

/** What is told of steps, and who has been told of. */
function createTold({ write, clock, colors }: PlainOptions) {
  const begun = new Set<string>();
  const put = (lines: readonly string[]): void => {
    if (lines.length > 0) write(lines.map((line) => `${line}\n`).join(''));
  };
  const begin = (steps: readonly BuildingStep[], state: BuildState): void => {
    const fresh = steps.filter((step) => !begun.has(step.id) && isTold(step));
    fresh.forEach(({ id }) => begun.add(id));
    put(fresh.map((step) => visible(`${numberText(state, step)}${step.label}`)));
  };
  const end = (steps: readonly BuildingStep[], state: BuildState): void => {
    const ran = steps.filter((step) => step.state !== 'cached' && step.state !== 'canceled');
    begin(ran, state);
    put(steps.filter(isTold).map((step) => stepLine(step, { state, now: clock.now(), colors })));
  };
  return { put, begin, end };
}

function linesOf(event: BuildEvent, state: BuildState): readonly string[] {
  if (event.kind === 'text') return [visible(event.line)];
  const step = event.kind === 'log' ? state.steps.get(event.id) : undefined;
  if (event.kind !== 'log' || step === undefined) return [];
  const number = numberText(state, step);
  return event.lines.map((line) => visible(`${number}| ${line}`));
}

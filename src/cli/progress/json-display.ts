/**
 * createJsonDisplay(): a build as events, one JSON document a line (docs/build-events.md tells what each has).
 *
 *     {"event":"step","image":"tides","step":"sha256:…","name":"apt","engineName":"[2/3] RUN apt-get …","number":2,"total":3,"state":"running"}
 *     {"event":"output","image":"tides","step":"sha256:…","lines":["Reading package lists..."]}
 */

import type { BuildEvent } from '../../engine/build-events.js';
import { visible } from '../visible.js';
import { stepNumber, totalSteps, type BuildState } from './build-state.js';
import type { Display } from './display.js';

export interface JsonOptions {
  readonly write: (text: string) => void;
  /** Name of the image that is built. */
  readonly image: string;
}

export function createJsonDisplay({ write, image }: JsonOptions): Display {
  return {
    show: (event, state) => {
      const { event: name, ...data } = dataOf(event, state);
      write(jsonLine({ event: name, image, ...data }));
    },
    end: () => undefined,
  };
}

export function jsonLine(data: Readonly<Record<string, unknown>>): string {
  return `${visible(JSON.stringify(data))}\n`;
}

function dataOf(event: BuildEvent, state: BuildState): Readonly<Record<string, unknown>> {
  switch (event.kind) {
    case 'step': {
      const step = state.steps.get(event.id)!;
      const { label: name, state: status, seconds } = step;
      const number = stepNumber(state, step);
      const { name: engineName, error } = event;
      return { event: 'step', step: event.id, name, engineName, number, total: totalSteps(state), state: status, seconds, error };
    }
    case 'log':
      return { event: 'output', step: event.id, lines: event.lines };
    case 'transfer':
      return { event: 'transfer', step: event.id, part: event.part, current: event.current, total: event.total };
    case 'warning':
      return { event: 'warning', message: event.message, lines: event.lines };
    case 'text':
      return { event: 'text', line: event.line };
    default:
      return event satisfies never;
  }
}

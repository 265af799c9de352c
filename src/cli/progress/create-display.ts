/**
 * createDisplay(): the display that a build is shown on, with the terminal and the clock of this process.
 */

import type { Output } from '../output.js';
import type { Building } from './run-build.js';
import type { Clock } from './clock.js';
import { silent, type Display } from './display.js';
import { createJsonDisplay } from './json-display.js';
import { createPlainDisplay } from './plain-display.js';
import { createTerminalDisplay } from './terminal-display.js';

export interface Shown {
  readonly display: Display;
  readonly clock: Clock;
}

export function createDisplay({ image, progress }: Pick<Building, 'image' | 'progress'>, output: Output): Shown {
  return { display: displayOf({ image, progress }, output), clock };
}

/** A terminal that does not say how large it is. */
const USUAL = { columns: 80, rows: 24 };

const clock: Clock = {
  now: () => performance.now(),
  every: (milliseconds, call) => {
    const timer = setInterval(call, milliseconds);
    return () => clearInterval(timer);
  },
};

function displayOf({ image, progress }: Pick<Building, 'image' | 'progress'>, output: Output): Display {
  switch (progress) {
    case 'plain':
      return createPlainDisplay({ write: output.problem, clock, colors: output.errorColors });
    case 'json':
      return createJsonDisplay({ write: output.answer, image: image.name });
    case 'silent':
      return silent;
    case 'tty': {
      const columns = () => process.stderr.columns || USUAL.columns;
      const rows = () => process.stderr.rows || USUAL.rows;
      const title = image.compiled.spec.tags[0]?.value ?? image.name;
      return createTerminalDisplay({ terminal: { write: output.problem, columns, rows }, clock, title, colors: output.errorColors });
    }
    default:
      return progress satisfies never;
  }
}

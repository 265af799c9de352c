/**
 * createTerminalDisplay(): a build on a terminal: what has ended stays above, what goes on is drawn below it again and again (frame.ts), ten times a second.
 */

import type { Colors } from '../colors.js';
import { visible } from '../visible.js';
import { noSteps, type BuildState } from './build-state.js';
import type { Clock } from './clock.js';
import { isTold, type Display } from './display.js';
import { frame } from './frame.js';
import { createScreen, type Terminal } from './screen.js';
import { stepLine } from './step-line.js';

export interface TerminalOptions {
  readonly terminal: Terminal;
  readonly clock: Clock;
  readonly title: string;
  readonly colors: Colors;
}

const PACE = 100;

export function createTerminalDisplay({ terminal, clock, title, colors }: TerminalOptions): Display {
  const screen = createScreen(terminal);
  const since = clock.now();
  let state = noSteps;
  const below = (): readonly string[] => frame(state, { columns: terminal.columns(), rows: terminal.rows(), now: clock.now(), since, title, colors });
  const above = (now: BuildState): readonly string[] =>
    now.ended.filter(isTold).map((step) => stepLine(step, { state: now, now: 0, colors, columns: terminal.columns() - 1 }));
  const stop = clock.every(PACE, () => screen.draw([], below()));
  return {
    show: (event, after) => {
      state = after;
      const texts = event.kind === 'text' ? [visible(event.line)] : [];
      const lines = [...texts, ...above(after)];
      if (lines.length > 0) screen.draw(lines, below());
    },
    end: (after) => {
      stop();
      const lines = above(after);
      if (lines.length > 0) screen.draw(lines, []);
      screen.close();
    },
  };
}

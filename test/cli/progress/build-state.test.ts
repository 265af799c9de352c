/** A build, event by event, as each display shows it: whole outputs, by a clock of the test's own. */

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { createColors } from '../../../src/cli/colors.js';
import { advance, finish, noSteps, type BuildState } from '../../../src/cli/progress/build-state.js';
import type { Clock } from '../../../src/cli/progress/clock.js';
import type { Display } from '../../../src/cli/progress/display.js';
import { frame } from '../../../src/cli/progress/frame.js';
import { createJsonDisplay } from '../../../src/cli/progress/json-display.js';
import { createPlainDisplay } from '../../../src/cli/progress/plain-display.js';
import { createStepNames } from '../../../src/cli/progress/step-names.js';
import { createTerminalDisplay } from '../../../src/cli/progress/terminal-display.js';
import type { BuildEvent, StepStatus } from '../../../src/engine/build-events.js';
import type { Run } from '../../../src/ir/instruction.js';
import { at, debian, run } from '../../support/instructions.js';
import { repository } from '../../support/project.js';
import { createTerminal } from '../../support/terminal.js';

const said = (index: number, line: string): Run => ({ ...run(line), origins: [at('run', index)] });
const names = createStepNames(debian(said(0, 'make'), said(1, 'make install')));
const colors = createColors(false);

const step = (id: string, name: string, state: StepStatus, more: object = {}): BuildEvent => ({ kind: 'step', id, name, state, ...more });
const base = (state: StepStatus, more: object = {}) => step('b', '[1/3] FROM docker.io/library/debian:bookworm-slim@sha256:0a', state, more);
const make = (state: StepStatus, more: object = {}) => step('m', '[2/3] RUN make', state, more);
const install = (state: StepStatus, more: object = {}) => step('i', '[3/3] RUN make install', state, more);

/** Milliseconds, and what happens then. */
type Story = readonly (readonly [number, BuildEvent])[];

const success: Story = [
  [0, step('c', '[internal] load build context', 'done', { seconds: 0.1 })],
  [0, base('waiting')],
  [0, make('waiting')],
  [0, install('waiting')],
  [0, base('running')],
  [100, base('done', { seconds: 0.1 })],
  [100, base('running')],
  [1000, { kind: 'transfer', id: 'b', part: 'sha256:1', current: 10 * 2 ** 20, total: 28 * 2 ** 20 }],
  [2100, base('done', { seconds: 2 })],
  [2100, make('running')],
  [2200, make('cached')],
  [2200, install('running')],
  [3000, { kind: 'log', id: 'i', lines: ['install -m 755 tide /usr/local/bin', ''] }],
  [64_200, install('done', { seconds: 62 })],
  [64_200, step('e', 'exporting to image', 'running')],
  [64_300, { kind: 'text', line: 'WARNING: ebb' }],
  [64_700, step('e', 'exporting to image', 'done', { seconds: 0.5 })],
];

/** A clock that the test moves. */
function testClock(): Clock & { readonly moveTo: (time: number) => void } {
  let time = 0;
  const calls: { readonly pace: number; readonly call: () => void; next: number }[] = [];
  return {
    now: () => time,
    every: (pace, call) => {
      const entry = { pace, call, next: pace };
      calls.push(entry);
      return () => void calls.splice(calls.indexOf(entry), 1);
    },
    moveTo: (end) => {
      for (const entry of calls)
        for (; entry.next <= end; entry.next += entry.pace) {
          time = entry.next;
          entry.call();
        }
      time = end;
    },
  };
}

function tell(story: Story, display: Display, clock = testClock()): void {
  let state = noSteps;
  for (const [time, event] of story) {
    clock.moveTo(time);
    state = advance(state, event, { now: clock.now(), names });
    display.show(event, state);
  }
  display.end(finish(state, clock.now()));
}

function after(story: Story): BuildState {
  return story.reduce((state, [now, event]) => advance(state, event, { now, names }), noSteps);
}

describe('plain lines', () => {
  const plain = (story: Story) => {
    const written: string[] = [];
    const clock = testClock();
    tell(story, createPlainDisplay({ write: (text) => written.push(text), clock, colors }), clock);
    return written.join('');
  };

  it('tell when a step begins, what it prints, and when it has ended; of a cached one, only that', () => {
    expect(plain(success)).toBe(`[1/3] base debian:bookworm-slim
[1/3] base debian:bookworm-slim  2.0s
[2/3] run[0] make  cached
[3/3] run[1] make install
[3/3] | install -m 755 tide /usr/local/bin
[3/3] | 
[3/3] run[1] make install  1m02s
WARNING: ebb
exporting to image
exporting to image  0.5s
`);
  });

  it('tell what failed, and what was given up then', () => {
    const story: Story = [
      [0, make('running')],
      [500, { kind: 'log', id: 'm', lines: ['make: *** No targets.  Stop.\u0007'] }],
      [600, install('running')],
      [900, make('failed', { seconds: 0.9, error: 'exit code: 2' })],
    ];
    expect(plain(story)).toBe(`[1/1] run[0] make
[1/1] | make: *** No targets.  Stop.\\u0007
[2/2] run[1] make install
[1/2] run[0] make  failed after 0.9s
[2/2] run[1] make install  stopped after 0.3s
`);
  });
});

describe('events', () => {
  it('are one JSON document a line', () => {
    const written: string[] = [];
    tell(success.slice(6), createJsonDisplay({ write: (text) => written.push(text), image: 'tides' }));
    expect(written.slice(0, 4).join('')).toBe(
      '{"event":"step","image":"tides","step":"b","name":"base debian:bookworm-slim","engineName":"[1/3] FROM docker.io/library/debian:bookworm-slim@sha256:0a","number":1,"total":1,"state":"running"}\n' +
        '{"event":"transfer","image":"tides","step":"b","part":"sha256:1","current":10485760,"total":29360128}\n' +
        '{"event":"step","image":"tides","step":"b","name":"base debian:bookworm-slim","engineName":"[1/3] FROM docker.io/library/debian:bookworm-slim@sha256:0a","number":1,"total":1,"state":"done","seconds":2}\n' +
        '{"event":"step","image":"tides","step":"m","name":"run[0] make","engineName":"[2/3] RUN make","number":2,"total":2,"state":"running"}\n',
    );
    expect(written.every((line) => JSON.parse(line).image === 'tides')).toBe(true);
    const page = readFileSync(join(repository, 'docs/build-events.md'), 'utf8');
    const words = written.flatMap((line) => [...Object.keys(JSON.parse(line)), JSON.parse(line).event as string]);
    expect([...new Set(words)].filter((word) => !page.includes(`\`${word}\``))).toEqual([]);
  });
});

describe('a frame', () => {
  const view = { columns: 60, rows: 24, now: 3500, since: 0, title: 'tides:0.1', colors };
  const shown = (events: number, more: object = {}) => frame(after(success.slice(0, events)), { ...view, ...more });

  it('has the running steps, what they do, and how far the build is', () => {
    expect(shown(8)).toEqual(['[1/3] base debian:bookworm-slim  3.5s', '      10.0 MB of 28.0 MB', 'building tides:0.1, 0 of 3 steps, 3.5s']);
    expect(shown(13)).toEqual([
      '[3/3] run[1] make install  1.3s',
      '      install -m 755 tide /usr/local/bin',
      'building tides:0.1, 2 of 3 steps, 3.5s',
    ]);
    expect(frame(noSteps, view)).toEqual(['building tides:0.1, 3.5s']);
  });

  it('is no wider than the terminal, whatever is written', () => {
    expect(shown(13, { columns: 26 })).toEqual(['[3/3] run[1] make…  1.3s', '      install -m 755 tid…', 'building tides:0.1, 2 of…']);
    const wide = advance(after(success.slice(0, 12)), { kind: 'log', id: 'i', lines: ['潮汐表を\tインストール中'] }, { now: 0, names });
    expect(frame(wide, { ...view, columns: 20 })[1]).toBe('      潮汐表を イ…');
    for (let columns = 1; columns < 30; columns += 1)
      expect(Math.max(...shown(13, { columns }).map((line) => line.length))).toBeLessThanOrEqual(Math.max(columns, 12));
  });

  it('is less high than the terminal, and counts what it leaves out', () => {
    const many: Story = Array.from({ length: 5 }, (_, index) => [0, step(String(index), `[stage-${index} 1/1] RUN make`, 'running')]);
    const rows = (count: number) => frame(after(many), { ...view, rows: count });
    expect(rows(24)).toHaveLength(6);
    expect(rows(8)).toEqual(['[1/5] RUN make  3.5s', '[2/5] RUN make  3.5s', 'and 3 more', 'building tides:0.1, 0 of 5 steps, 3.5s']);
    for (let count = 2; count < 20; count += 1) expect(rows(count).length).toBeLessThan(Math.max(count, 3));
  });
});

describe('a terminal', () => {
  const onTerminal = (
    story: Story,
    columns: number,
    meanwhile: (time: number, terminal: ReturnType<typeof createTerminal>) => void = () => undefined,
  ) => {
    const terminal = createTerminal(columns, 10);
    const clock = testClock();
    const display = createTerminalDisplay({ terminal, clock, title: 'tides:0.1', colors });
    const watched: Display = {
      ...display,
      show: (event, state) => {
        display.show(event, state);
        meanwhile(clock.now(), terminal);
      },
    };
    tell(story, watched, clock);
    return terminal;
  };

  it('has what has ended above, what goes on below, and in the end only the former, with its cursor back', () => {
    const seen: (readonly string[])[] = [];
    const terminal = onTerminal(success, 60, (time, { lines }) => void (time === 64_200 && seen.push(lines())));
    expect(seen[0]).toEqual([
      '[1/3] base debian:bookworm-slim  2.0s',
      '[2/3] run[0] make  cached',
      '[3/3] run[1] make install  1m02s',
      'building tides:0.1, 3 of 3 steps, 1m04s',
      '',
    ]);
    expect(terminal.lines()).toEqual([
      '[1/3] base debian:bookworm-slim  2.0s',
      '[2/3] run[0] make  cached',
      '[3/3] run[1] make install  1m02s',
      'WARNING: ebb',
      'exporting to image  0.5s',
      '',
    ]);
    expect(terminal.isCursorShown()).toBe(true);
  });

  it('that becomes narrower keeps nothing of what was drawn', () => {
    const terminal = onTerminal(success, 60, (time, { resize }) => void (time === 3000 && resize(24)));
    expect(
      terminal
        .lines()
        .join('')
        .match(/building/g),
    ).toBeNull();
    expect(terminal.lines().at(-2)).toBe('exporting to ima…  0.5s');
  });
});

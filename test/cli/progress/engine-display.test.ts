import { expect, it } from 'vitest';
import { engineDisplay } from '../../../src/cli/progress/engine-display.js';
import { duration } from '../../../src/cli/progress/duration.js';

it.each([
  [[], undefined],
  [['--pull'], undefined],
  [['--progress=plain'], 'plain'],
  [['--progress', 'rawjson', '--pull'], 'rawjson'],
  [['--progress=plain', '--progress=auto'], 'unread'],
  [['--progress=tty'], 'unread'],
  [['-q'], 'unread'],
  [['--check'], 'unread'],
  [['--call=outline'], 'unread'],
])('what stands after --, %j, has the engine show the build: %s', (extra, expected) => {
  expect(engineDisplay(extra)).toBe(expected);
});

it.each([
  [0, '0.0s'],
  [0.04, '0.0s'],
  [59.94, '59.9s'],
  [59.96, '1m00s'],
  [3599.4, '59m59s'],
  [3599.6, '1h00m'],
  [7505, '2h05m'],
])('%d seconds are %s', (seconds, text) => {
  expect(duration(seconds)).toBe(text);
});

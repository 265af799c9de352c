import { describe, expect, it } from 'vitest';
import { failedPart } from '../../../src/cli/failure/failed-part.js';

const parts = (...texts: readonly string[]) => texts.map((text) => ({ text }));
const failed = (texts: readonly string[], exitCode: number, ...output: readonly string[]) => failedPart(parts(...texts), { exitCode, output })?.text;

describe('failedPart', () => {
  it('is the only one, or the only one that may fail', () => {
    expect(failed(['make'], 2)).toBe('make');
    expect(failed(['echo ebb', 'mkdir /srv', 'echo flood'], 1)).toBe('mkdir /srv');
  });

  it('is the one that ends with the code that came', () => {
    expect(failed(['make', '( cd /srv; exit 3 )', 'exit 4'], 3)).toBe('( cd /srv; exit 3 )');
    expect(failed(['make', 'false'], 1)).toBe('false');
  });

  it('is the line of the script, or the command, that the shell names', () => {
    const lines = [
      { text: 'tide', line: 2 },
      { text: 'tide --today', line: 3 },
    ];
    expect(failedPart(lines, { exitCode: 127, output: ['/bin/sh: 3: tide: not found'] })?.text).toBe('tide --today');
    expect(failedPart(lines, { exitCode: 127, output: ['/bin/bash: line 2: tide: command not found'] })?.text).toBe('tide');
    expect(failed(['make', 'tide --today'], 127, '/bin/sh: 1: tide: not found')).toBe('tide --today');
  });

  it('is the one whose program said so last, or whose words are in what was said', () => {
    const commands = ['./configure', 'make', 'make install'];
    expect(failed(commands, 1, 'configure: error: no acceptable C compiler found')).toBe('./configure');
    expect(failed(commands, 2, 'cc -c tide.c', "make: *** No rule to make target 'install'.  Stop.")).toBe('make install');
    expect(failed(['python3 tide.py', 'python3 ebb.py'], 1, 'Traceback:', '  File "/srv/ebb.py", line 1')).toBe('python3 ebb.py');
  });

  it('is nobody knows which, where that would be guessing', () => {
    expect(failed(['make', 'make install'], 2, 'Stop.')).toBeUndefined();
    expect(failed(['cat /srv/tides /srv/ebb', 'ls /srv/tides'], 1)).toBeUndefined();
  });
});

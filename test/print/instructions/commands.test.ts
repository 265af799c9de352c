import { describe, expect, it } from 'vitest';
import type { CommandForm, Healthcheck } from '../../../src/ir/instruction.js';
import { printCmd, printEntrypoint, printHealthcheck, printShell } from '../../../src/print/instructions/commands.js';
import { printOne } from '../../support/print-one.js';

const origins = [{ path: ['cmd'] }];

const cmd = (command: CommandForm) => printOne((context) => printCmd({ kind: 'cmd', origins, command }, context));
const healthcheck = (check: Partial<Healthcheck>) => printOne((context) => printHealthcheck({ kind: 'healthcheck', origins, ...check }, context));
const ready: CommandForm = { form: 'exec', argv: ['curl', '-f', 'localhost'] };

describe('CMD, ENTRYPOINT and SHELL', () => {
  it('are JSON in exec form, with everything that does not show escaped', () => {
    expect(cmd({ form: 'exec', argv: ['snakemake', '--cores', '1'] }).text).toBe('CMD ["snakemake", "--cores", "1"]');
    expect(cmd({ form: 'exec', argv: ['a\n"b"\\', '$HOME', '\u001b\u202e\u2028\u0085é'] }).text).toBe(
      'CMD ["a\\n\\"b\\"\\\\", "$HOME", "\\u001b\\u202e\\u2028\\u0085é"]',
    );
    expect(cmd({ form: 'exec', argv: [] }).text).toBe('CMD []');
    expect(printOne((context) => printEntrypoint({ kind: 'entrypoint', origins, command: ready }, context)).text).toBe(
      'ENTRYPOINT ["curl", "-f", "localhost"]',
    );
    expect(printOne((context) => printShell({ kind: 'shell', origins, argv: ['bash', '-c'] }, context)).text).toBe('SHELL ["bash", "-c"]');
  });

  it('are raw text in shell form', () => {
    expect(cmd({ form: 'shell', line: 'exec make "run" $X << EOF' })).toEqual({ text: 'CMD exec make "run" $X << EOF', faults: [] });
  });

  it.each(['a\nb', ' a', 'a ', '["a"]', '--x', 'a\\', '', 'a\r'])('refuse a shell form that would be read as something else: %j', (line) => {
    expect(cmd({ form: 'shell', line }).faults.length).toBe(1);
  });

  it('refuse what no argument can be, and no shell', () => {
    expect(cmd({ form: 'exec', argv: ['\0', '\ud800'] }).faults).toEqual([
      '"\\u0000" has a NUL character, which CMD cannot carry',
      '"\\ud800" has half of a surrogate pair, which CMD cannot carry',
    ]);
    expect(printOne((context) => printShell({ kind: 'shell', origins, argv: [] }, context)).faults).toEqual(['SHELL has an empty list']);
  });
});

describe('HEALTHCHECK', () => {
  it('is none, or a command with options', () => {
    expect(healthcheck({}).text).toBe('HEALTHCHECK NONE');
    expect(healthcheck({ command: ready }).text).toBe('HEALTHCHECK CMD ["curl", "-f", "localhost"]');
    expect(healthcheck({ command: ready, interval: '30s' }).text).toBe('HEALTHCHECK --interval=30s CMD ["curl", "-f", "localhost"]');
    expect(healthcheck({ command: ready, interval: '1m30s', timeout: '3s', startPeriod: '5s', startInterval: '1s', retries: 3 }).text).toBe(
      `HEALTHCHECK --interval=1m30s \\
    --timeout=3s \\
    --start-period=5s \\
    --start-interval=1s \\
    --retries=3 \\
    CMD ["curl", "-f", "localhost"]`,
    );
  });

  it('refuses what is no duration', () => {
    expect(healthcheck({ command: ready, interval: '30' }).faults).toEqual(['"30" cannot be a duration']);
  });
});

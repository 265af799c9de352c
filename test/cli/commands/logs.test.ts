import { describe, expect, it } from 'vitest';
import { command, folderWith } from '../../support/command.js';
import { dockerWith, type Kept } from '../../support/docker-with.js';

const tides = "export default { name: 'tides', version: '0.1', base: 'debian:bookworm-slim' };\n";
const one: Kept = { containers: [{ name: 'ebb', status: 'Exited (0) 3 hours ago' }] };

const logs = (words: readonly string[], kept = one) => command(['logs', ...words], folderWith({ 'image.ts': tides }), { PATH: dockerWith(kept) });

describe('logs', () => {
  it('shows that of the only container, be it running or not', () => {
    expect(logs([])).toEqual({ status: 0, stdout: '<logs><--><ebb>\n', stderr: '' });
  });

  it('shows the last lines, and follows; what stands after -- is for the engine', () => {
    expect(logs(['-f', '--tail', '20', 'ebb', '--', '--since', '1h']).stdout).toBe('<logs><-f><--tail><20><--since><1h><--><ebb>\n');
  });

  it('gives both streams with --json, and the exit code', () => {
    const result = { ok: false, engine: 'docker', container: 'ebb', stdout: '<logs><--><ebb>', stderr: '', exitCode: 4 };
    const { status, stdout } = logs(['--json'], { ...one, exitCode: 4 });
    expect({ status, result: JSON.parse(stdout) }).toEqual({ status: 4, result });
  });

  it('is of one container', () => {
    const two = { containers: [...one.containers!, { name: 'flow', status: 'Up 1 second' }] };
    expect(logs([], two).stderr)
      .toBe(`error: tides has 2 containers: ebb (c0c0c0c0c0c0, Exited (0) 3 hours ago), flow (c1c1c1c1c1c1, Up 1 second)   (several-containers)
hint: say which: imagewright logs ebb
`);
    expect(logs(['ebb', 'flow'], two).stderr).toBe('error: "flow" is one argument too many   (usage)\nhint: see "imagewright logs --help"\n');
    expect(logs([], {}).stderr).toBe('error: there is no container of tides   (no-container)\nhint: "imagewright run" makes one\n');
  });

  it('refuses a number of lines that is none, and to follow with --json', () => {
    expect(logs(['--tail', 'few']).stderr).toBe('error: --tail "few" is no number of lines   (usage)\nhint: write it like 20\n');
    expect(JSON.parse(logs(['--json', '--follow']).stdout)).toEqual({
      ok: false,
      diagnostics: [
        {
          severity: 'error',
          code: 'usage',
          message: '--json is told when a log ends, and --follow waits for more',
          hint: 'leave out one of them',
        },
      ],
    });
  });
});

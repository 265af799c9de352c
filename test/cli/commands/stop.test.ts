import { describe, expect, it } from 'vitest';
import { command, folderWith } from '../../support/command.js';
import { dockerWith, type Kept } from '../../support/docker-with.js';

const tides = "export default { name: 'tides', version: '0.1', base: 'debian:bookworm-slim' };\n";
const one: Kept = {
  containers: [
    { name: 'ebb', status: 'Up 2 minutes' },
    { name: 'flow', status: 'Exited (0) 3 hours ago' },
  ],
};
const two: Kept = { containers: [...one.containers!, { name: 'slack', status: 'Up 1 second' }] };

const stop = (words: readonly string[], kept = one) => command(['stop', ...words], folderWith({ 'image.ts': tides }), { PATH: dockerWith(kept) });

describe('stop', () => {
  it('stops the only one that is running', () => {
    expect(stop([])).toEqual({ status: 0, stdout: '<stop><--><ebb>\n', stderr: '' });
  });

  it('stops those that are named, by name or id, each once; what stands after -- is for the engine', () => {
    expect(stop(['slack', 'c0c0', 'ebb', '-t', '3', '--', '--signal', 'INT'], two).stdout).toBe('<stop><-t><3><--signal><INT><--><slack><ebb>\n');
  });

  it('lists them where several could be meant, and stops all with --all', () => {
    expect(stop([], two)).toEqual({
      status: 2,
      stdout: '',
      stderr: `error: tides has 2 containers that are running: ebb (c0c0c0c0c0c0, Up 2 minutes), slack (c2c2c2c2c2c2, Up 1 second)   (several-containers)
hint: say which, or --all: imagewright stop ebb
`,
    });
    expect(stop(['--all'], two).stdout).toBe('<stop><--><ebb><slack>\n');
  });

  it('says so where none is running; with --all that is fine', () => {
    const ended: Kept = { containers: [one.containers![1]!] };
    expect(stop([], ended)).toEqual({
      status: 2,
      stdout: '',
      stderr: 'error: no container of tides is running   (no-container)\nhint: "imagewright ps -a" shows all that there are\n',
    });
    expect(stop(['--all'], ended)).toEqual({ status: 0, stdout: '', stderr: 'no container of tides is running\n' });
  });

  it('refuses a container of another project, and one that is not there', () => {
    expect(stop(['ebb', 'other'])).toEqual({
      status: 2,
      stdout: '',
      stderr: 'error: the container "other" is not of tides   (other-container)\nhint: use docker stop other\n',
    });
    expect(stop(['flew']).stderr).toBe('error: there is no container "flew"   (no-container)\nhint: did you mean "flow"?\n');
    expect(stop(['moon']).stderr).toBe('error: there is no container "moon"   (no-container)\nhint: there are ebb, flow\n');
    expect(stop(['moon'], {}).stderr).toBe('error: there is no container "moon"   (no-container)\nhint: tides has none\n');
  });

  it("ends with the engine's own exit code, and gives the result with --json", () => {
    expect(stop([], { ...one, exitCode: 3 })).toEqual({
      status: 3,
      stdout: '<stop><--><ebb>\n',
      stderr: 'error: docker ended with 3   (engine-failed)\n',
    });
    expect(JSON.parse(stop(['--json']).stdout)).toEqual({
      ok: true,
      engine: 'docker',
      command: ['docker', 'stop', '--', 'ebb'],
      containers: ['ebb'],
      exitCode: 0,
    });
  });

  it('refuses a time that is none, and names beside --all', () => {
    expect(stop(['--time', 'soon']).stderr).toBe('error: --time "soon" is no number of seconds   (usage)\nhint: write it like 10\n');
    expect(stop(['--all', 'ebb']).stderr).toBe('error: --all is all of them, and some are named   (usage)\nhint: leave out one of them\n');
  });
});

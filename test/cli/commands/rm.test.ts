import { describe, expect, it } from 'vitest';
import { command, folderWith } from '../../support/command.js';
import { dockerWith, type Kept } from '../../support/docker-with.js';

const tides = "export default { name: 'tides', version: '0.1', base: 'debian:bookworm-slim' };\n";
const kept: Kept = {
  containers: [
    { name: 'ebb', status: 'Up 2 minutes' },
    { name: 'flow', status: 'Exited (0) 3 hours ago' },
  ],
};

const rm = (words: readonly string[], has = kept) => command(['rm', ...words], folderWith({ 'image.ts': tides }), { PATH: dockerWith(has) });

describe('rm', () => {
  it('removes the only container', () => {
    expect(rm([], { containers: [kept.containers![1]!] })).toEqual({ status: 0, stdout: '<rm><--><flow>\n', stderr: '' });
  });

  it('removes those that are named; what stands after -- is for the engine', () => {
    expect(rm(['flow', '--', '--volumes']).stdout).toBe('<rm><--volumes><--><flow>\n');
  });

  it('refuses one that is running, and then all; with -f they go', () => {
    expect(rm(['flow', 'ebb'])).toEqual({
      status: 2,
      stdout: '',
      stderr: 'error: the container "ebb" is running   (container-running)\nhint: stop it first: imagewright stop ebb; or remove with -f\n',
    });
    const running = { containers: [kept.containers![0]!, { name: 'slack', status: 'Paused' }] };
    expect(rm(['--all'], running).stderr).toBe(
      'error: containers are running: ebb, slack   (container-running)\nhint: stop them first: imagewright stop ebb slack; or remove with -f\n',
    );
    expect(rm(['-f', '--all']).stdout).toBe('<rm><-f><--><ebb><flow>\n');
  });

  it('lists them where several could be meant', () => {
    expect(rm([])).toEqual({
      status: 2,
      stdout: '',
      stderr: `error: tides has 2 containers: ebb (c0c0c0c0c0c0, Up 2 minutes), flow (c1c1c1c1c1c1, Exited (0) 3 hours ago)   (several-containers)
hint: say which, or --all: imagewright rm ebb
`,
    });
  });

  it('is done where all of none are to go, and gives the result with --json', () => {
    expect(rm(['--all'], {})).toEqual({ status: 0, stdout: '', stderr: 'there is no container of tides\n' });
    const command = ['docker', 'rm', '--', 'flow'];
    expect(JSON.parse(rm(['flow', '--json']).stdout)).toEqual({ ok: true, engine: 'docker', command, containers: ['flow'], exitCode: 0 });
    expect(JSON.parse(rm(['--all', '--json'], {}).stdout)).toEqual({ ok: true, engine: 'docker', containers: [], exitCode: 0 });
  });
});

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

const start = (words: readonly string[], has = kept) => command(['start', ...words], folderWith({ 'image.ts': tides }), { PATH: dockerWith(has) });

describe('start', () => {
  it('starts the only one that has ended', () => {
    expect(start([])).toEqual({ status: 0, stdout: '<start><--><flow>\n', stderr: '' });
  });

  it('attaches with -a, and with -i hands on what is typed; then the exit code is that of the container', () => {
    expect(start(['-a']).stdout).toBe('<start><-a><--><flow>\n');
    expect(start(['-i', 'flow'], { ...kept, exitCode: 7 })).toEqual({ status: 7, stdout: '<start><-a><-i><--><flow>\n', stderr: '' });
  });

  it('attaches to one alone', () => {
    expect(start(['-i', 'ebb', 'flow'])).toEqual({
      status: 2,
      stdout: '',
      stderr: 'error: -i is of one container, not of ebb, flow   (usage)\nhint: start them one by one\n',
    });
  });

  it('says so where none has ended', () => {
    expect(start([], { containers: [kept.containers![0]!] }).stderr).toBe(
      'error: no container of tides is stopped   (no-container)\nhint: "imagewright ps -a" shows all that there are\n',
    );
  });

  it('gives the result with --json', () => {
    const command = ['docker', 'start', '--', 'ebb', 'flow'];
    expect(JSON.parse(start(['ebb', 'flow', '--json']).stdout)).toEqual({
      ok: true,
      engine: 'docker',
      command,
      containers: ['ebb', 'flow'],
      exitCode: 0,
    });
  });
});

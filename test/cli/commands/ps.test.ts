import { describe, expect, it } from 'vitest';
import { command, folderWith } from '../../support/command.js';
import { containerId, dockerWith } from '../../support/docker-with.js';

const tides = "export default { name: 'tides', version: '0.1', base: 'debian:bookworm-slim' };\n";
const kept = {
  containers: [
    { name: 'ebb', status: 'Up 2 minutes', ports: '0.0.0.0:8080->80/tcp', command: 'python3 -m tides --port 80 --moon full' },
    { name: 'flow', status: 'Exited (0) 3 hours ago', image: `sha256:${'b2'.repeat(32)}` },
    { name: 'slack', status: 'Paused' },
  ],
};

const ps = (words: readonly string[], PATH = dockerWith(kept)) => command(['ps', ...words], folderWith({ 'image.ts': tides }), { PATH });

describe('ps', () => {
  it('lists the containers that are running', () => {
    expect(ps([])).toEqual({
      status: 0,
      stdout: `CONTAINER ID   NAME    IMAGE       COMMAND                          STATUS         PORTS
c0c0c0c0c0c0   ebb     tides:0.1   python3 -m tides --port 80 --…   Up 2 minutes   0.0.0.0:8080->80/tcp
c2c2c2c2c2c2   slack   tides:0.1   cal -3                           Paused
`,
      stderr: '',
    });
  });

  it('lists with -a those that have ended, too; one whose image has no name any more has its id', () => {
    expect(ps(['-a']).stdout).toBe(`CONTAINER ID   NAME    IMAGE          COMMAND                          STATUS                   PORTS
c0c0c0c0c0c0   ebb     tides:0.1      python3 -m tides --port 80 --…   Up 2 minutes             0.0.0.0:8080->80/tcp
c1c1c1c1c1c1   flow    b2b2b2b2b2b2   cal -3                           Exited (0) 3 hours ago
c2c2c2c2c2c2   slack   tides:0.1      cal -3                           Paused
`);
  });

  it('prints ids with -q, and data with --json', () => {
    expect(ps(['-a', '-q']).stdout).toBe('c0c0c0c0c0c0\nc1c1c1c1c1c1\nc2c2c2c2c2c2\n');
    expect(JSON.parse(ps(['--json']).stdout)).toEqual({
      ok: true,
      engine: 'docker',
      containers: [
        {
          id: containerId(0),
          name: 'ebb',
          image: 'tides:0.1',
          command: 'python3 -m tides --port 80 --moon full',
          status: 'Up 2 minutes',
          running: true,
          ports: '0.0.0.0:8080->80/tcp',
        },
        { id: containerId(2), name: 'slack', image: 'tides:0.1', command: 'cal -3', status: 'Paused', running: true, ports: '' },
      ],
    });
  });

  it('says how to make one where there is none, and where those that have ended are', () => {
    expect(ps([], dockerWith({}))).toEqual({ status: 0, stdout: '', stderr: 'there is no container of tides; "imagewright run" makes one\n' });
    const ended = dockerWith({ containers: [kept.containers[1]!] });
    expect(ps([], ended)).toEqual({
      status: 0,
      stdout: '',
      stderr: 'no container of tides is running; "imagewright ps -a" shows the one that has ended\n',
    });
  });

  it('prints what a terminal would obey as letters', () => {
    const hostile = dockerWith({ containers: [{ name: 'ebb', status: 'Up', command: 'echo \u009b2J' }] });
    expect(ps([], hostile).stdout).toContain('echo \\u009b2J');
  });

  it('is refused of an engine that runs nothing', () => {
    expect(ps(['--engine', 'buildah'])).toEqual({
      status: 2,
      stdout: '',
      stderr: 'error: buildah builds images, but does not run them   (usage)\nhint: podman runs what buildah built: --engine podman\n',
    });
  });
});

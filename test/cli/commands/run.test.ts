import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { command, folderWith, programFolder } from '../../support/command.js';
import { dockerWith, tidesId } from '../../support/docker-with.js';

const image = `export default {
  name: 'tides',
  version: '0.1',
  base: 'debian:bookworm-slim',
  container: {
    name: 'sea',
    mounts: [{ host: 'results', to: '/opt/results' }, { host: 'data', to: '/opt/data', readOnly: true }, { volume: 'cache', to: '/cache' }],
    ports: ['8080:80'],
    env: { TZ: 'Europe/London' },
    command: ['cal', '-3'],
    user: 'caller',
  },
};
`;
const plain = "export default { name: 'tides', version: '0.1', base: 'debian:bookworm-slim' };\n";
const me = `${process.getuid?.()}:${process.getgid?.()}`;

const dryRun = (words: readonly string[], definition = image) => {
  const folder = folderWith({ 'image.ts': definition });
  const { status, stdout, stderr } = command(['run', '--dry-run', ...words], folder);
  return { status, stdout: stdout.replaceAll(folder, 'HERE'), stderr };
};

describe('run', () => {
  it('does as the container profile says', () => {
    const mounts =
      '--mount type=bind,source=HERE/results,target=/opt/results --mount type=bind,source=HERE/data,target=/opt/data,readonly --mount type=volume,source=cache,target=/cache';
    const line = `docker run --rm --name sea --user ${me} ${mounts} -p 8080:80 -e TZ=Europe/London --label imagewright.project=tides -- tides:0.1 cal -3\n`;
    expect(dryRun([])).toEqual({ status: 0, stdout: line, stderr: '' });
  });

  it('puts what stands after -- in the place of the command', () => {
    expect(dryRun(['-it', '--', 'sh', '-c', 'echo $TZ --rm'], plain).stdout).toBe(
      "docker run --rm -i -t --label imagewright.project=tides -- tides:0.1 sh -c 'echo $TZ --rm'\n",
    );
  });

  it('keeps a container that is detached by hand, so that its log can be read', () => {
    expect(dryRun(['-d', '--name', 'ebb'], plain).stdout).toBe('docker run -d --name ebb --label imagewright.project=tides -- tides:0.1\n');
  });

  it('adds volumes and ports; a folder is relative to the definition, and takes the place of a mount of the same path', () => {
    const { stdout } = dryRun(['-v', './out:/opt/results', '-v', 'tides:/var/tides', '-v', '/srv:/srv:ro', '-p', '9090:90']);
    expect(stdout).toContain(' -v HERE/out:/opt/results -v tides:/var/tides -v /srv:/srv:ro -p 8080:80 -p 9090:90 ');
    expect(stdout).not.toContain('source=HERE/results');
  });

  it('refuses a volume without a path in the container', () => {
    expect(dryRun(['-v', 'results'])).toEqual({
      status: 2,
      stdout: '',
      stderr: 'error: "results" is not a volume   (usage)\nhint: write HOST:PATH with an absolute PATH: -v ./results:/opt/results\n',
    });
  });

  it('says what to install where there is no engine', () => {
    expect(command(['run'], folderWith({ 'image.ts': plain }))).toEqual({
      status: 2,
      stdout: '',
      stderr:
        'error: no container engine found, neither docker, podman nor nerdctl; install Docker (https://docs.docker.com/engine/install/) or Podman (https://podman.io/docs/installation)   (no-engine)\n',
    });
  });

  it('refuses an engine that runs nothing', () => {
    expect(command(['run', '--engine', 'buildah'], folderWith({ 'image.ts': plain })).stderr).toBe(
      'error: buildah builds images, but does not run them   (usage)\nhint: podman runs what buildah built: --engine podman\n',
    );
  });

  it('says so when the image has not been built', () => {
    const engine = programFolder('docker', 'echo "Error response from daemon: No such image: tides:0.1" >&2; exit 1');
    const stderr = 'error: there is no image tides:0.1 yet   (no-image)\nhint: make it with "imagewright build"\n';
    expect(command(['run'], folderWith({ 'image.ts': plain }), { PATH: engine })).toEqual({ status: 2, stdout: '', stderr });
  });

  it('passes on what an engine says that does not answer, and its exit code', () => {
    const engine = programFolder('docker', 'echo "Cannot connect to the daemon" >&2; exit 5');
    const stderr = 'error: docker does not answer: Cannot connect to the daemon   (engine-failed)\nhint: see "imagewright doctor"\n';
    expect(command(['run'], folderWith({ 'image.ts': plain }), { PATH: engine })).toEqual({ status: 5, stdout: '', stderr });
  });

  it('makes missing folders of the host, hands on what comes after --, and ends with the code of the container', () => {
    const folder = folderWith({ 'image.ts': image });
    const engine = programFolder('docker', `if [ "$1" = run ]; then for word in "$@"; do printf '<%s>\\n' "$word"; done; exit 7; fi`);
    const ended = command(['run', '--', '$(touch pwned)', '; touch pwned'], folder, { PATH: engine });
    expect({ status: ended.status, end: ended.stdout.split('\n').slice(-5), stderr: ended.stderr }).toEqual({
      status: 7,
      end: ['<-->', '<tides:0.1>', '<$(touch pwned)>', '<; touch pwned>', ''],
      stderr: '',
    });
    expect(['results', 'data', 'pwned'].map((name) => existsSync(join(folder, name)))).toEqual([true, true, false]);
  });

  it('reports the command as JSON with --json', () => {
    const { stdout } = command(['run', '--dry-run', '--json'], folderWith({ 'image.ts': plain }));
    expect(JSON.parse(stdout)).toEqual({
      ok: true,
      engine: 'docker',
      command: ['docker', 'run', '--rm', '--label', 'imagewright.project=tides', '--', 'tides:0.1'],
    });
  });

  it('tells with -d --json the id of the container', () => {
    const id = 'f00dfeed'.repeat(8);
    const engine = programFolder('docker', `if [ "$1" = run ]; then echo ${id}; fi`);
    const { status, stdout, stderr } = command(['run', '-d', '--json'], folderWith({ 'image.ts': plain }), { PATH: engine });
    const list = ['docker', 'run', '-d', '--label', 'imagewright.project=tides', '--', 'tides:0.1'];
    expect({ status, result: JSON.parse(stdout), stderr }).toEqual({
      status: 0,
      result: { ok: true, engine: 'docker', command: list, container: id, exitCode: 0 },
      stderr: '',
    });
  });

  it('leaves the id of the container to the engine without --json, and tells none of one that did not start', () => {
    const folder = folderWith({ 'image.ts': plain });
    const starts = programFolder('docker', 'if [ "$1" = run ]; then echo f00dfeed; fi');
    expect(command(['run', '-d'], folder, { PATH: starts })).toEqual({ status: 0, stdout: 'f00dfeed\n', stderr: '' });
    const fails = programFolder('docker', 'if [ "$1" = run ]; then echo "no such port" >&2; exit 125; fi');
    const { status, stdout, stderr } = command(['run', '-d', '--json'], folder, { PATH: fails });
    const list = ['docker', 'run', '-d', '--label', 'imagewright.project=tides', '--', 'tides:0.1'];
    expect({ status, result: JSON.parse(stdout), stderr }).toEqual({
      status: 125,
      result: { ok: false, engine: 'docker', command: list, exitCode: 125 },
      stderr: 'no such port\n',
    });
  });

  it('takes with --dry-run the engine that is installed, and none that does not run images', () => {
    const folder = folderWith({ 'image.ts': plain });
    const podman = programFolder('podman', 'exit 1');
    expect(command(['run', '--dry-run'], folder, { PATH: podman })).toEqual({
      status: 0,
      stdout: 'podman run --rm --label imagewright.project=tides -- tides:0.1\n',
      stderr: '',
    });
    expect(command(['run', '--dry-run', '--engine', 'buildah'], folder, { PATH: podman })).toEqual({
      status: 2,
      stdout: '',
      stderr: 'error: buildah builds images, but does not run them   (usage)\nhint: podman runs what buildah built: --engine podman\n',
    });
  });

  it('writes no files', () => {
    const folder = folderWith({ 'image.ts': plain });
    command(['run', '--dry-run'], folder);
    expect(existsSync(join(folder, 'Dockerfile'))).toBe(false);
    expect(readFileSync(join(folder, 'image.ts'), 'utf8')).toBe(plain);
  });
});

describe('run: options', () => {
  it('takes variables: those of the definition unless they are given, and those of our own environment by name', () => {
    const { stdout } = dryRun(['-e', 'TZ=UTC', '-e', 'MOON', '--env', 'A=b=c']);
    expect(stdout).toContain(' -p 8080:80 -e TZ=UTC -e MOON -e A=b=c --label ');
    expect(dryRun(['-e', '=x']).stderr).toBe(
      'error: "=x" is not a variable   (usage)\nhint: write NAME=VALUE, or NAME for that of your own environment\n',
    );
  });

  it('runs as whom one says, or as the caller; in podman the caller stays the same', () => {
    expect(dryRun(['-u', '1000:1000']).stdout).toContain(' --user 1000:1000 ');
    expect(dryRun(['--user', 'caller'], plain).stdout).toContain(` --user ${me} `);
    const podman = dryRun(['--user', 'caller', '--engine', 'podman'], plain).stdout;
    expect(podman).toContain(process.getuid?.() === 0 ? ' --user 0:0 --label ' : ` --user ${me} --userns keep-id --label `);
  });

  it('keeps the container with --no-rm, and removes a detached one with --rm', () => {
    expect(dryRun(['--no-rm'], plain).stdout).toBe('docker run --label imagewright.project=tides -- tides:0.1\n');
    expect(dryRun(['-d', '--rm'], plain).stdout).toBe('docker run --rm -d --label imagewright.project=tides -- tides:0.1\n');
  });

  it('makes no folder where a file stands, or where nobody may', () => {
    const folder = folderWith({ 'image.ts': plain, data: '' });
    const ended = command(['run', '-v', './data/tides:/tides'], folder, { PATH: programFolder('docker', 'exit 0') });
    expect(ended).toEqual({
      status: 2,
      stdout: '',
      stderr: `error: the folder ${folder}/data/tides cannot be made: a file stands in its way   (no-such-folder)\nhint: make it yourself, or name another with -v\n`,
    });
  });
});

describe('run: what is taken', () => {
  const taken = dockerWith.bind(null, {
    images: [{ name: 'tides:0.1', id: tidesId }],
    containers: [
      { name: 'ebb', status: 'Up 2 minutes', ports: '0.0.0.0:8080->80/tcp, [::]:8080->80/tcp, 127.0.0.1:9000-9010->9000-9010/tcp' },
      { name: 'flow', status: 'Exited (0) 3 hours ago', ports: '0.0.0.0:7070->70/tcp' },
    ],
  });
  const run = (words: readonly string[]) => command(['run', ...words], folderWith({ 'image.ts': plain }), { PATH: taken() });

  it('is a name: of a container that runs, and of one that has ended', () => {
    expect(run(['--name', 'ebb', '-v', './out:/out'])).toEqual({
      status: 2,
      stdout: '',
      stderr: `error: the name "ebb" is taken by a container (Up 2 minutes)   (name-taken)
hint: end and remove it with "imagewright rm -f ebb", or take another with --name
`,
    });
    expect(run(['--name', 'flow']).stderr).toBe(`error: the name "flow" is taken by a container (Exited (0) 3 hours ago)   (name-taken)
hint: go on with it by "imagewright start flow", remove it with "imagewright rm flow", or take another with --name
`);
  });

  it.each(['8080:80', '127.0.0.1:8080:80', '[::1]:8080:80/tcp'])('is a port: %s', (port) => {
    expect(run(['-p', port]).stderr).toBe(
      'error: port 8080 is taken by the container "ebb"   (port-taken)\nhint: publish another: -p 8081:80; or stop that one: docker stop ebb\n',
    );
  });

  it('is a port of a range at its address', () => {
    expect(run(['-p', '9005:90']).stderr).toContain('error: port 9005 is taken by the container "ebb"');
  });

  it.each(['8080:80/udp', '7070:70', '8081:8080', '10.0.0.1:9005:90', '80', '0:80', '7000-7010:80'])('is not: %s', (port) => {
    expect(run(['-p', port])).toMatchObject({ status: 0, stderr: '' });
  });
});

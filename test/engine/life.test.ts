/**
 * The life of images and containers, for real: each verb on what the engine keeps, and what Docker itself says of it after.
 */

import { spawn, spawnSync } from 'node:child_process';
import { chownSync, lstatSync, mkdirSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { describeBuildah } from '../support/buildah.js';
import { cli, folderWith } from '../support/command.js';
import { describeEngine, docker } from '../support/engine.js';
import { imagewright } from '../support/project.js';

/** Of this run alone: another may go on beside it. */
const project = `images-tides-${process.pid}`;
const [image, ebb, flow] = [`${project}:0.1`, `${project}-ebb`, `${project}-flow`];

const plain = { name: project, version: '0.1', base: 'debian:bookworm-slim' };
const tides = { ...plain, cmd: ['sh', '-c', 'echo high water at six; sleep 0.5; echo low water at noon >&2; exec sleep 300'] };

const folderOf = (definition: object) => folderWith({ 'image.json': JSON.stringify(definition) });

/** Before a test begins. */
function buildIn(definition: object): void {
  const folder = mkdtempSync(join(tmpdir(), 'imagewright-'));
  try {
    writeFileSync(join(folder, 'image.json'), JSON.stringify(definition));
    imagewright(['build', '--quiet'], folder);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

interface Said {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

function say(args: readonly string[], cwd: string): Said {
  const { status, stdout, stderr } = spawnSync(process.execPath, [cli, ...args], { cwd, encoding: 'utf8', env: { ...process.env, NO_COLOR: '1' } });
  return { status, stdout, stderr };
}

const json = (args: readonly string[], cwd: string) => JSON.parse(say([...args, '--json'], cwd).stdout) as unknown;
const label = (kind: 'image' | 'container', name: string) =>
  docker([kind, 'inspect', '--format', '{{index .Config.Labels "imagewright.project"}}', name]).trim();
const containers = () => docker(['ps', '-aq', '--filter', `label=imagewright.project=${project}`]).trim();

function removeContainers(): void {
  const left = containers();
  if (left !== '') docker(['rm', '-f', ...left.split('\n')]);
}

function removeAll(): void {
  removeContainers();
  const images = docker(['images', '-q', '--filter', `label=imagewright.project=${project}`]).trim();
  if (images !== '') docker(['rmi', '-f', ...new Set(images.split('\n'))]);
}

describeEngine('images and containers of a project', () => {
  afterEach(removeContainers);
  afterAll(removeAll);

  it('live from build and run -d to rmi', async () => {
    const folder = folderOf(tides);
    const say0 = (...args: readonly string[]) => imagewright(args, folder);
    say0('build', '--quiet');
    expect(label('image', image)).toBe(project);
    docker(['tag', image, `${project}-almanac:2026`]);
    const id = docker(['image', 'inspect', '--format', '{{.Id}}', image]).trim().replace('sha256:', '');
    const listed = json(['images'], folder) as { images: readonly { repository: string; tag: string; id: string }[] };
    expect(listed.images.map((each) => [each.repository, each.tag, each.id])).toEqual([
      [project, '0.1', id],
      [`${project}-almanac`, '2026', id],
    ]);
    expect(say0('images', '-q')).toBe(`${id.slice(0, 12)}\n`);
    expect(say0('images').split('\n')[1]).toMatch(new RegExp(`^${project} +0\\.1 +${id.slice(0, 12)}   \\S.*   \\d+MB$`));

    expect(say(['ps'], folder)).toEqual({ status: 0, stdout: '', stderr: `there is no container of ${project}; "imagewright run" makes one\n` });
    const container = say0('run', '-d', '--name', ebb).trim();
    expect(label('container', ebb)).toBe(project);
    const state = {
      id: container,
      name: ebb,
      image,
      command: "sh -c 'echo high water at six; sleep 0.5; echo low water at noon >&2; exec sleep 300'",
      ports: '',
    };
    expect(json(['ps'], folder)).toMatchObject({ ok: true, engine: 'docker', containers: [{ ...state, running: true }] });
    expect(say0('ps').split('\n')[1]).toMatch(
      new RegExp(`^${container.slice(0, 12)}   ${ebb}   ${image}   sh -c 'echo high water at six…   Up .*second`),
    );
    const log = { ok: true, engine: 'docker', container: ebb, stdout: 'high water at six', stderr: 'low water at noon', exitCode: 0 };
    await vi.waitFor(() => expect(json(['logs'], folder)).toEqual(log), { timeout: 20_000, interval: 200 });
    expect(say(['logs', '--tail', '1'], folder)).toMatchObject({ status: 0, stderr: 'low water at noon\n' });

    expect(say(['rm'], folder)).toMatchObject({ status: 2, stderr: expect.stringContaining(`the container "${ebb}" is running`) });
    expect(say(['rmi'], folder)).toMatchObject({ status: 2, stderr: expect.stringContaining(`has a container: ${ebb} (Up`) });
    expect(say(['run', '--name', ebb], folder)).toMatchObject({
      status: 2,
      stderr: expect.stringContaining(`the name "${ebb}" is taken by a container (Up`),
    });
    expect(say0('stop', '-t', '0')).toBe(`${ebb}\n`);
    expect(json(['ps', '-a'], folder)).toMatchObject({
      containers: [{ ...state, running: false, status: expect.stringMatching(/^Exited \(137\)/) }],
    });
    expect(say(['ps'], folder).stderr).toBe(`no container of ${project} is running; "imagewright ps -a" shows the one that has ended\n`);
    expect(json(['start'], folder)).toMatchObject({ ok: true, containers: [ebb], exitCode: 0 });
    expect(json(['stop', ebb, '-t', '0'], folder)).toMatchObject({ ok: true, containers: [ebb], exitCode: 0 });
    expect(say0('rm')).toBe(`${ebb}\n`);
    expect(json(['rmi', `${project}-almanac:2026`], folder)).toMatchObject({ ok: true, images: [`${project}-almanac:2026`], exitCode: 0 });
    expect(say0('rmi')).toContain(`Untagged: ${image}\n`);
    expect(say(['images'], folder)).toEqual({ status: 0, stdout: '', stderr: `there is no image of ${project} yet; "imagewright build" makes it\n` });
  });

  it('are also what docker started; those of others are refused', () => {
    const folder = folderOf(tides);
    imagewright(['build', '--quiet'], folder);
    docker(['run', '-d', '--name', flow, image]);
    const other = `${project}-other`;
    docker(['run', '-d', '--name', other, 'debian:bookworm-slim', 'sleep', '60']);
    try {
      expect(say(['ps', '-q'], folder).stdout).toBe(`${docker(['inspect', '--format', '{{.Id}}', flow]).slice(0, 12)}\n`);
      expect(say(['rm', '-f', flow, other], folder)).toMatchObject({
        status: 2,
        stderr: expect.stringContaining(`the container "${other}" is not of ${project}`),
      });
      expect(say(['rmi', 'debian:bookworm-slim'], folder).stderr).toContain('the image "debian:bookworm-slim" is not of ');
      expect(say(['rm', '-f', flow], folder)).toEqual({ status: 0, stdout: `${flow}\n`, stderr: '' });
      expect(say(['stop', other.replace('other', 'outer')], folder).status).toBe(2);
    } finally {
      docker(['rm', '-f', other]);
    }
  });
});

describeEngine('run', () => {
  let folder: string;

  beforeAll(() => {
    buildIn(tides);
  });

  afterEach(removeContainers);
  afterAll(removeAll);

  it('does all that a container profile says', () => {
    folder = folderOf({
      ...tides,
      container: {
        name: ebb,
        detach: true,
        mounts: [
          { host: 'results', to: '/results' },
          { host: 'data', to: '/data', readOnly: true },
          { volume: `${project}-cache`, to: '/cache' },
        ],
        ports: ['127.0.0.1:18473:80', '53/udp'],
        env: { TZ: 'Europe/London', MOON: 3 },
        command: ['sleep', '200'],
        user: 4242,
      },
    });
    imagewright(['run', '-e', 'MOON=full', '-v', './out:/out'], folder);
    const [{ Config, HostConfig, Mounts }] = JSON.parse(docker(['inspect', ebb])) as [Inspected];
    try {
      expect({ user: Config.User, command: Config.Cmd, remove: HostConfig.AutoRemove }).toEqual({
        user: '4242',
        command: ['sleep', '200'],
        remove: false,
      });
      expect(Config.Env).toEqual(expect.arrayContaining(['TZ=Europe/London', 'MOON=full']));
      expect(HostConfig.PortBindings).toEqual({ '53/udp': [{ HostIp: '', HostPort: '' }], '80/tcp': [{ HostIp: '127.0.0.1', HostPort: '18473' }] });
      expect(Mounts.map(({ Type, Source, Name, Destination, RW }) => [Type, Name ?? Source, Destination, RW]).sort()).toEqual(
        [
          ['bind', join(folder, 'results'), '/results', true],
          ['bind', join(folder, 'data'), '/data', false],
          ['volume', `${project}-cache`, '/cache', true],
          ['bind', join(folder, 'out'), '/out', true],
        ].sort(),
      );
      expect(say(['run', '--name', flow, '-p', '18473:80'], folder)).toMatchObject({
        status: 2,
        stderr: expect.stringContaining('port 18473 is taken by the container'),
      });
    } finally {
      docker(['rm', '-f', ebb]);
      docker(['volume', 'rm', `${project}-cache`]);
    }
  });

  it('ends with the exit code of the command, and leaves nothing', () => {
    folder = folderOf(tides);
    expect(say(['run', '--', 'sh', '-c', 'echo ebb; exit 7'], folder)).toEqual({ status: 7, stdout: 'ebb\n', stderr: '' });
    expect(containers()).toBe('');
  });

  it('keeps with --no-rm what start -a goes on with', () => {
    folder = folderOf(tides);
    expect(say(['run', '--no-rm', '--name', ebb, '--', 'sh', '-c', 'echo x >> /log; wc -l < /log; exit 4'], folder)).toMatchObject({
      status: 4,
      stdout: '1\n',
    });
    expect(say(['start', '-a', ebb], folder)).toMatchObject({ status: 4, stdout: '2\n' });
    imagewright(['rm', ebb], folder);
  });

  it('leaves no container behind that could not be started, and any that was', () => {
    folder = folderOf(tides);
    expect(say(['run', '-d', '--name', ebb, '--', '/no/such/program'], folder)).toMatchObject({
      status: 127,
      stderr: expect.stringContaining('/no/such/program'),
    });
    expect(containers()).toBe('');
    expect(say(['run', '--no-rm', '--name', ebb, '--', 'sh', '-c', 'exit 125'], folder).status).toBe(125);
    expect(imagewright(['rm'], folder)).toBe(`${ebb}\n`);
  });

  it('has a terminal with -it', () => {
    folder = folderOf(tides);
    const said = inTerminal(['run', '-it', '--', 'bash'], 'tty; echo 6 times 7 is $((6 * 7)); exit 3\n', folder);
    expect(said.stdout).toContain('/dev/pts/0');
    expect(said.stdout).toContain('6 times 7 is 42');
    expect(said.status).toBe(3);
  });

  it.each([
    ['goes once to a command that ends by it', "trap 'exit 9' INT; echo ready; while :; do sleep 0.1; done", 1, 9],
    ['ends at the second time what does not', "trap '' INT; echo ready; while :; do sleep 0.1; done", 2, 137],
  ])('Ctrl-C %s', async (_, script, times, code) => {
    folder = folderOf(tides);
    expect((await interrupted(['run', '--', 'sh', '-c', script], times, folder)).status).toBe(code);
    expect(containers()).toBe('');
  });

  it('Ctrl-C at start -a ends the container or, where the engine leaves it to itself, says that it goes on', async () => {
    folder = folderOf(tides);
    docker(['create', '--name', ebb, image, 'sh', '-c', "trap 'exit 9' INT; echo ready; while :; do sleep 0.1; done"]);
    const { stderr } = await interrupted(['start', '-a'], 1, folder);
    const isRunning = docker(['container', 'inspect', '--format', '{{.State.Running}}', ebb]).trim() === 'true';
    expect(stderr).toBe(isRunning ? `the container "${ebb}" goes on; "imagewright stop ${ebb}" ends it\n` : '');
    imagewright(['rm', '-f'], folder);
  });
});

/** A command that is told so often to end, as a terminal does: all processes of the group are. */
async function interrupted(
  args: readonly string[],
  times: number,
  cwd: string,
): Promise<{ readonly status: number | null; readonly stderr: string }> {
  const running = spawn(process.execPath, [cli, ...args], {
    cwd,
    detached: true,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, NO_COLOR: '1' },
  });
  let stderr = '';
  running.stderr.on('data', (chunk: Buffer) => (stderr += chunk.toString()));
  const ended = new Promise<number | null>((resolve) => running.once('close', resolve));
  await new Promise((resolve) => running.stdout.once('data', resolve));
  for (let time = 0; time < times && running.exitCode === null; time += 1) {
    process.kill(-running.pid!, 'SIGINT');
    await pause(400);
  }
  return { status: await ended, stderr };
}

describeEngine('results of run', () => {
  const user = 12345;
  const images = { root: `${project}-root`, app: `${project}-app` };

  beforeAll(() => {
    buildIn(definition('root'));
    buildIn(definition('app'));
  });

  afterAll(() => {
    docker(['rmi', '-f', ...Object.values(images)]);
  });

  function definition(kind: 'root' | 'app') {
    const container = { mounts: [{ host: 'out/results', to: '/results' }], user: 'caller' };
    const base = { name: images[kind], base: 'debian:bookworm-slim', cmd: ['sh', '-c', 'id -u > /results/tides.dat'], container };
    return kind === 'app' ? { ...base, user: 'app' } : base;
  }

  /** Root and whoever runs the tests, by whom the engine may be used. */
  const callers = process.getuid?.() === 0 ? [0, user] : [process.getuid!()];

  describe.each(['root', 'app'] as const)('of an image for %s', (kind) => {
    it.each(callers)('are those of the caller: %i', (uid) => {
      const folder = folderOf(definition(kind));
      for (const path of [dirname(folder), folder, join(folder, 'image.json')]) chownSync(path, uid, uid);
      expect(runAs(uid, ['run'], folder)).toMatchObject({ status: 0, stderr: '' });
      expect([join(folder, 'out'), join(folder, 'out/results'), join(folder, 'out/results/tides.dat')].map((path) => statSync(path).uid)).toEqual([
        uid,
        uid,
        uid,
      ]);
    });
  });

  it.runIf(process.getuid?.() === 0)('are told of where they are those of root', () => {
    const folder = folderOf({ ...definition('root'), container: {} });
    for (const path of [dirname(folder), folder]) chownSync(path, user, user);
    const { status, stderr } = runAs(user, ['run', '-v', './results:/results'], folder);
    expect({ status, stderr, owners: readdirSync(join(folder, 'results')).map((name) => lstatSync(join(folder, 'results', name)).uid) }).toEqual({
      status: 0,
      stderr: "not all in results is yours; --user caller, or container: { user: 'caller' }, makes what is written there yours\n",
      owners: [0],
    });
    mkdirSync(join(folder, 'mine'));
    chownSync(join(folder, 'mine'), user, user);
    expect(runAs(user, ['run', '-v', './mine:/results', '-u', 'caller'], folder)).toMatchObject({ status: 0, stderr: '' });
    expect(statSync(join(folder, 'mine/tides.dat')).uid).toBe(user);
  });
});

describeBuildah('images of a project', (buildah) => {
  // The engine of that name; Debian's older one has another here.
  if (buildah.command !== 'buildah') return it.skip('is the engine of the other name');
  return it('are listed and removed by Buildah, which runs none', () => {
    const folder = folderOf({ ...tides, dockerfile: { for: 'buildah' } });
    const engine = ['--engine', 'buildah'];
    imagewright(['build', '--quiet', ...engine], folder);
    const listed = json(['images', ...engine], folder) as { images: readonly { repository: string; tag: string; id: string }[] };
    expect(listed.images.map(({ repository, tag }) => `${repository}:${tag}`)).toEqual([`localhost/${image}`]);
    expect(say(['images', '-q', ...engine], folder).stdout).toBe(`${listed.images[0]!.id.slice(0, 12)}\n`);
    expect(say(['ps', ...engine], folder)).toMatchObject({
      status: 2,
      stderr: expect.stringContaining('buildah builds images, but does not run them'),
    });
    expect(say(['rmi', 'debian:bookworm-slim', ...engine], folder).stderr).toContain(`the image "debian:bookworm-slim" is not of ${project}`);
    expect(say(['rmi', image, ...engine], folder).status).toBe(0);
    expect(json(['images', ...engine], folder)).toEqual({ ok: true, engine: 'buildah', images: [] });
  });
});

interface Inspected {
  readonly Config: { readonly User: string; readonly Cmd: readonly string[]; readonly Env: readonly string[] };
  readonly HostConfig: { readonly AutoRemove: boolean; readonly PortBindings: object };
  readonly Mounts: readonly {
    readonly Type: string;
    readonly Source: string;
    readonly Name?: string;
    readonly Destination: string;
    readonly RW: boolean;
  }[];
}

function inTerminal(args: readonly string[], input: string, cwd: string): Said {
  const words = [process.execPath, cli, ...args].map((word) => `'${word}'`).join(' ');
  const { status, stdout, stderr } = spawnSync('script', ['-qec', words, '/dev/null'], { cwd, encoding: 'utf8', input });
  return { status, stdout, stderr };
}

/** Somebody else may use the engine by the group of its socket. */
function runAs(uid: number, args: readonly string[], cwd: string): Said {
  if (uid === process.getuid?.()) return say(args, cwd);
  const socket = (process.env['DOCKER_HOST'] ?? 'unix:///var/run/docker.sock').replace('unix://', '');
  const groups = `--groups=${statSync(socket).gid}`;
  const words = [`--reuid=${uid}`, `--regid=${uid}`, groups, process.execPath, cli, ...args];
  const env = { ...process.env, HOME: dirname(cwd), DOCKER_CONFIG: dirname(cwd), NO_COLOR: '1' };
  writeFileSync(join(dirname(cwd), 'config.json'), '{}');
  const { status, stdout, stderr } = spawnSync('setpriv', words, { cwd, encoding: 'utf8', env });
  return { status, stdout, stderr };
}

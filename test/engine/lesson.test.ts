/**
 * The lesson, command by command: each row of docs/lesson.md, by our verb, and by plain docker on what came of it. Names are of this run alone, and the user's registry is the one on this
 * machine that asks for a password.
 */

import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { homedir, tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { cli } from '../support/command.js';
import { describeEngine } from '../support/engine.js';
import { lesson, lessonDefinition } from '../support/lesson.js';

const REGISTRY = '127.0.0.1:5001';
const own = `lesson-${process.pid}`;
/** As the page has them. */
const [image, shared] = ['word_count:0.1', 'youruser/word_count:0.1'];
const version = readVersion();

let folder: string;
let environment: NodeJS.ProcessEnv;

/** A line of the page, as it is typed in this run. */
function typed(line: string): string {
  return line
    .replaceAll('youruser/', `${REGISTRY}/${own}/`)
    .replaceAll('word_count', `${own}-word_count`)
    .replaceAll(/\b(shell|worker)\b/g, `${own}-$1`)
    .replace(/^imagewright /, `'${process.execPath}' '${cli}' `);
}

/** What it says on stdout; throws with all that it said when it does not end well. */
function say(line: string, input = ''): string {
  const { status, stdout, stderr } = spawnSync('sh', ['-c', typed(line)], { cwd: folder, env: environment, encoding: 'utf8', input });
  if (status !== 0) throw new Error(`${line} ended with ${status}\n${stdout}${stderr}`);
  return stdout;
}

/** As somebody types it who has a terminal. */
function sayInTerminal(line: string, input: string): string {
  return execFileSync('script', ['-qec', typed(line), '/dev/null'], { cwd: folder, env: environment, encoding: 'utf8', input });
}

const inspect = (kind: 'image' | 'container', name: string, format: string) => say(`docker ${kind} inspect --format '${format}' ${name}`).trim();
const isThere = (kind: 'image' | 'container', name: string) => {
  try {
    inspect(kind, name, '{{.Id}}');
    return true;
  } catch {
    return false;
  }
};

/** Takes away what our verb has made, so that docker may make the same. */
const undo = (line: string) => void say(`docker ${line}`);

const steps: Readonly<Record<keyof typeof lesson, () => void>> = {
  help() {
    expect(say(lesson.help.here)).toContain('-p, --publish');
    expect(say(lesson.help.docker)).toContain('-p, --publish');
  },
  'build -t'() {
    expect(say(`${lesson['build -t'].here} --quiet`)).toBe('');
    const layers = inspect('image', image, '{{json .RootFS.Layers}}');
    undo(`rmi ${image}`);
    say(lesson['build -t'].docker);
    expect(inspect('image', image, '{{json .RootFS.Layers}}')).toBe(layers);
    undo(`rmi ${image}`);
  },
  build() {
    say(`${lesson.build.here} --quiet`);
    expect(inspect('image', image, '{{index .Config.Labels "imagewright.project"}}')).toBe(`${own}-word_count`);
  },
  images() {
    const row = new RegExp(`^${own}-word_count +0\\.1 `, 'm');
    expect(say(lesson.images.here)).toMatch(row);
    expect(say(lesson.images.docker)).toMatch(row);
  },
  'run -v'() {
    expect([say(lesson['run -v'].here), say(lesson['run -v'].docker)]).toEqual([version, version]);
    expect(readFileSync(join(folder, 'results/version'), 'utf8')).toBe(version);
  },
  run() {
    rmSync(join(folder, 'results'), { recursive: true });
    expect([say(lesson.run.here), say(lesson.run.docker)]).toEqual([version, version]);
    expect(statSync(join(folder, 'results/version')).uid).toBe(process.getuid!());
  },
  'run COMMAND'() {
    expect(say(lesson['run COMMAND'].here)).toMatch(/^[0-9a-f]{12}\n$/);
    expect(say(lesson['run COMMAND'].docker)).toMatch(/^[0-9a-f]{12}\n$/);
  },
  'run -it'() {
    const input = 'echo $((6 * 7)) in $(tty)\nexit\n';
    expect(sayInTerminal(lesson['run -it'].here, input)).toContain('42 in /dev/pts/0');
    expect(sayInTerminal(lesson['run -it'].docker, input)).toContain('42 in /dev/pts/0');
  },
  'run --name'() {
    const input = 'echo ebb > /tmp/tide\nexit\n';
    sayInTerminal(lesson['run --name'].docker, input);
    undo('rm shell');
    sayInTerminal(lesson['run --name'].here, input);
    expect(inspect('container', 'shell', '{{.State.Status}} {{.Config.Tty}}')).toBe('exited true');
  },
  'start -i'() {
    expect(sayInTerminal(lesson['start -i'].here, 'echo it is $(cat /tmp/tide)\nexit\n')).toContain('it is ebb');
    expect(sayInTerminal(lesson['start -i'].docker, 'echo still $(cat /tmp/tide)\nexit\n')).toContain('still ebb');
  },
  'run -d'() {
    say(lesson['run -d'].docker);
    undo('rm -f worker');
    expect(say(lesson['run -d'].here)).toMatch(/^[0-9a-f]{64}\n$/);
    expect(inspect('container', 'worker', '{{.State.Running}}')).toBe('true');
  },
  ps() {
    for (const line of [lesson.ps.here, lesson.ps.docker]) {
      expect(say(line)).toContain(`${own}-worker`);
      expect(say(line)).not.toContain(`${own}-shell`);
    }
  },
  'ps -a'() {
    for (const line of [lesson['ps -a'].here, lesson['ps -a'].docker])
      for (const name of ['worker', 'shell']) expect(say(line)).toContain(`${own}-${name}`);
  },
  logs() {
    expect(say(lesson.logs.here)).toContain('still ebb');
    expect(say(lesson.logs.here)).toBe(say(lesson.logs.docker));
  },
  stop() {
    expect(say(`${lesson.stop.here} -t 0`)).toBe(`${own}-worker\n`);
    expect(inspect('container', 'worker', '{{.State.Status}}')).toBe('exited');
    expect(say(lesson.stop.docker)).toBe(`${own}-worker\n`);
  },
  start() {
    say(lesson.start.here);
    expect(inspect('container', 'worker', '{{.State.Status}}')).toBe('running');
    expect(say(lesson.start.docker)).toBe(`${own}-worker\n`);
  },
  rm() {
    expect(say(lesson.rm.here)).toBe(`${own}-shell\n${own}-worker\n`);
    expect(['shell', 'worker'].map((name) => isThere('container', name))).toEqual([false, false]);
    say(lesson.rm.docker);
  },
  login() {
    const account = ` ${REGISTRY} -u tester --password-stdin`;
    say(lesson.login.here + account, 'tester\n');
    expect(say(`docker logout ${REGISTRY}`)).toContain('Removing login credentials');
    say(lesson.login.docker + account, 'tester\n');
  },
  tag() {
    say(lesson.tag.here);
    const ids = [image, shared].map((name) => inspect('image', name, '{{.Id}}'));
    expect(ids[0]).toBe(ids[1]);
    say(lesson.tag.docker);
  },
  push() {
    say(lesson.push.here);
    expect(say(lesson.push.docker)).toContain('0.1: digest: sha256:');
  },
  // Docker's own command looks on Docker Hub alone, where the network of the tests need not lead.
  search() {
    expect(say(`${lesson.search.here} --registry ${REGISTRY}`)).toContain(`${own}/${own}-word_count`);
  },
  rmi() {
    const gone = () => expect([image, shared].map((name) => isThere('image', name))).toEqual([false, false]);
    say(lesson.rmi.here);
    gone();
    say(`docker pull ${shared}`);
    say(`docker tag ${shared} ${image}`);
    say(lesson.rmi.docker);
    gone();
  },
  pull() {
    say(lesson.pull.here);
    say(`docker tag ${shared} ${image}`);
    expect(say(lesson.run.here)).toBe(version);
    undo(`rmi ${image} ${shared}`);
    say(lesson.pull.docker);
    expect(say(lesson.images.here)).toContain(`${REGISTRY}/${own}/${own}-word_count `);
    say(lesson.rmi.here);
  },
};

describeEngine('the lesson', () => {
  beforeAll(() => {
    const parent = mkdtempSync(join(tmpdir(), 'imagewright-'));
    folder = join(parent, 'word-count');
    mkdirSync(folder);
    writeFileSync(join(folder, 'image.ts'), typed(lessonDefinition));
    // Passwords go to a configuration of this run alone, which finds the engine's plugins all the same.
    const config = join(parent, 'docker');
    mkdirSync(config);
    const plugins = join(process.env['DOCKER_CONFIG'] ?? join(homedir(), '.docker'), 'cli-plugins');
    writeFileSync(join(config, 'config.json'), JSON.stringify({ cliPluginsExtraDirs: [plugins] }));
    environment = { ...process.env, DOCKER_CONFIG: config, NO_COLOR: '1' };
  });

  afterAll(() => {
    spawnSync('docker', ['rm', '-f', `${own}-shell`, `${own}-worker`]);
    spawnSync('docker', ['rmi', '-f', typed(image), typed(shared)]);
    rmSync(join(folder, '..'), { recursive: true, force: true });
  });

  it.each(Object.keys(lesson) as (keyof typeof lesson)[])('%s', (row) => steps[row]());
});

/** That of the base. */
function readVersion(): string {
  const { stdout } = spawnSync('docker', ['run', '--rm', 'debian:bookworm-slim', 'cat', '/etc/debian_version'], { encoding: 'utf8' });
  return stdout;
}

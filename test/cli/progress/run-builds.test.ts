/** What is printed of a build, and where, by what an engine tells of it. */

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { command, folderWith, programFolder } from '../../support/command.js';

const image = "export default {\n  name: 'tides', version: '1', base: 'debian:bookworm-slim',\n  run: ['make'],\n};\n";

/** An engine that prints a text on a stream, whatever it is to build, and ends with a code. */
function engine(
  name: string,
  { stdout = '', stderr = '', version = '', code = 0 }: { stdout?: string; stderr?: string; version?: string; code?: number },
) {
  const heredoc = (text: string) => `/bin/cat <<'END'\n${text}\nEND\n`;
  const ask = `if [ "$1" = buildx ]; then echo "${version}"; exit 0; fi\necho "$2" > "$0.option"\n`;
  const folder = programFolder(name, `${ask}${stdout === '' ? '' : heredoc(stdout)}(\n${heredoc(stderr)}) >&2\nexit ${code}`);
  return { folder, option: () => readFileSync(join(folder, `${name}.option`), 'utf8').trim() };
}

const vertex = (more: object) => JSON.stringify({ vertexes: [{ digest: 'a', name: '[2/2] RUN make', started: '2026-01-02T03:04:05Z', ...more }] });
const log = (lines: readonly string[]) =>
  JSON.stringify({ logs: [{ vertex: 'a', stream: 1, data: Buffer.from(`${lines.join('\n')}\n`).toString('base64') }] });
const completed = '2026-01-02T03:04:07Z';

function failing(lines: readonly string[]): string {
  const error = 'process "/bin/sh -c make" did not complete successfully: exit code: 2';
  const box = [
    'Dockerfile:6',
    '--------------------',
    '   6 | >>> RUN make',
    '--------------------',
    `ERROR: failed to build: failed to solve: ${error}`,
  ];
  return [vertex({}), log(lines), vertex({ completed, error }), ...box].join('\n');
}

const fault = `image.ts:3:9 error run[0]: "make" ended with exit code 2   (build-failed)
  3 |   run: ['make'],
    |         ^^^^^^
`;

function build(options: readonly string[], path: string, files: Readonly<Record<string, string>> = {}) {
  const folder = folderWith({ 'image.ts': image, ...files });
  const { status, stdout, stderr } = command(['build', ...options], folder, { PATH: path });
  return { status, stdout, stderr: stderr.replace(/^(?:wrote|running) .*\n/gm, ''), folder };
}

describe('a build', () => {
  it('that fails ends with what is to blame, and not with what the engine said of it', () => {
    const { folder } = engine('docker', { stderr: failing(['cc -c tide.c', 'make: *** [tide.o] Error 1']), code: 1 });
    expect(build([], folder)).toMatchObject({
      status: 1,
      stdout: '',
      stderr: `[1/1] run[0] make
[1/1] | cc -c tide.c
[1/1] | make: *** [tide.o] Error 1
[1/1] run[0] make  failed after 2.0s
${fault}what it printed:
  | cc -c tide.c
  | make: *** [tide.o] Error 1
docker ended with 1
`,
    });
  });

  it('that fails with --quiet shows that alone, and keeps in a file what is too long', () => {
    const lines = Array.from({ length: 25 }, (_, index) => `line ${index + 1}`);
    const ended = build(['--quiet'], engine('docker', { stderr: failing(lines), code: 1 }).folder, { 'node_modules/.keep': '' });
    const [, file] = /all are in (\S+):$/m.exec(ended.stderr)!;
    expect(ended.stderr).toBe(
      `${fault}the last 20 of the 25 lines that it printed; all are in ${file}:\n${lines
        .slice(5)
        .map((line) => `  | ${line}\n`)
        .join('')}docker ended with 1\n`,
    );
    expect(file).toMatch(/^node_modules\/\.cache\/imagewright\/failed-image\.ts-\w+\.log$/);
    expect(readFileSync(join(ended.folder, file!), 'utf8')).toBe(lines.map((line) => `${line}\n`).join(''));
  });

  it('that fails without its instruction to blame ends with what the engine said', () => {
    const { folder } = engine('docker', { stderr: 'ERROR: Cannot connect to the Docker daemon.', code: 1 });
    expect(build([], folder).stderr).toBe('ERROR: Cannot connect to the Docker daemon.\nerror: docker ended with 1   (engine-failed)\n');
  });

  it('is events on stdout with --progress json, the last of which is the result', () => {
    const { status, stdout, stderr } = build(['--progress', 'json'], engine('docker', { stderr: failing(['Stop.']), code: 1 }).folder);
    const events = stdout
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line) as { event: string; exitCode?: number; diagnostics?: readonly { line: number }[] });
    expect(events.map(({ event }) => event)).toEqual(['step', 'output', 'step', 'end']);
    expect(events.at(-1)).toMatchObject({ ok: false, exitCode: 1, diagnostics: [{ code: 'build-failed', line: 3, column: 9, output: ['Stop.'] }] });
    expect({ status, stderr }).toEqual({ status: 1, stderr: `${fault}what it printed:\n  | Stop.\ndocker ended with 1\n` });
  });

  it.each([
    [['--json', '--progress', 'json'], '--json and --progress json both print on stdout', 'leave out --json: the last event is the result'],
    [['--progress', 'tty'], '--progress tty needs a terminal on stderr', 'write --progress plain'],
  ])('refuses %j', (options, message, hint) => {
    const { status, stderr } = build(options, engine('docker', {}).folder);
    expect({ status, stderr }).toEqual({ status: 2, stderr: `error: ${message}   (usage)\nhint: ${hint}\n` });
  });

  it('by an old buildx is read from plain text', () => {
    const stderr = `#5 [2/2] RUN make
#5 0.312 Stop.
#5 ERROR: process "/bin/sh -c make" did not complete successfully: exit code: 2
------
ERROR: failed to solve: process "/bin/sh -c make" did not complete successfully: exit code: 2`;
    const docker = engine('docker', { stderr, version: 'github.com/docker/buildx v0.12.1 30feaa1', code: 1 });
    const ended = build([], docker.folder);
    expect(docker.option()).toBe('--progress=plain');
    expect(ended.stderr.replace(/after \S+/, 'after 0.0s')).toBe(
      `[1/1] run[0] make\n[1/1] | Stop.\n[1/1] run[0] make  failed after 0.0s\n${fault}what it printed:\n  | Stop.\ndocker ended with 1\n`,
    );
  });

  it('by podman is read from its steps', () => {
    const stdout = 'STEP 1/2: FROM debian:bookworm-slim\nSTEP 2/2: RUN make\nStop.';
    const stderr = 'Error: building at STEP "RUN make": while running runtime: exit status 2';
    const ended = build(['--engine', 'podman'], engine('podman', { stdout, stderr, code: 2 }).folder);
    expect(ended.status).toBe(2);
    expect(ended.stderr.replaceAll(/\d+\.\ds/g, '0.0s')).toBe(`[1/2] base debian:bookworm-slim
[1/2] base debian:bookworm-slim  0.0s
[2/2] run[0] make
[2/2] | Stop.
[2/2] run[0] make  failed after 0.0s
${fault}what it printed:
  | Stop.
podman ended with 2
`);
  });
});

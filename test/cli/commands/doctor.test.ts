import { truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { command, folderWith, programFolder } from '../../support/command.js';

const image = "export default { base: 'debian:bookworm-slim', copy: { 'tides.json': '/srv/' } };\n";
const node = `ok       node: ${process.versions.node}\n`;
const engine = () => programFolder('docker', 'echo "28.5.2 (server 28.5.2)"');

describe('doctor', () => {
  it('is content where all is there', () => {
    const folder = folderWith({ 'image.ts': image, 'tides.json': 'x'.repeat(2048) });
    command(['generate'], folder);
    expect(command(['doctor'], folder, { PATH: engine() })).toEqual({
      status: 0,
      stdout: `${node}ok       engine docker: 28.5.2 (server 28.5.2)
ok       definition: image.ts
ok       base debian:bookworm-slim: Debian bookworm, apt, the distribution's python
ok       Dockerfile: up to date
ok       Dockerfile.dockerignore: up to date
ok       context: 2.0 KB in the files that are copied
`,
      stderr: '',
    });
  });

  it('names what is missing, each with its remedy, and ends with 1', () => {
    const folder = folderWith({ 'image.ts': image, 'tides.json': '', Dockerfile: 'FROM scratch\n' });
    expect(command(['doctor'], folder)).toEqual({
      status: 1,
      stdout: `${node}finding  engine: docker, podman, nerdctl, buildah: not installed
         hint: install Docker (https://docs.docker.com/engine/install/) or Podman (https://podman.io/docs/installation)
ok       definition: image.ts
ok       base debian:bookworm-slim: Debian bookworm, apt, the distribution's python
finding  Dockerfile: not written by imagewright
         hint: move it away, or replace it with "imagewright generate --force"
finding  Dockerfile.dockerignore: not written yet
         hint: run "imagewright generate"
ok       context: 0 B in the files that are copied
`,
      stderr: '',
    });
  });

  it('tells of an engine that does not answer', () => {
    const folder = folderWith({ 'image.ts': "export default { base: 'example.org/tides:1' };\n" });
    const path = programFolder('docker', 'echo "Cannot connect to the daemon" >&2; exit 1');
    command(['generate'], folder);
    writeFileSync(join(folder, 'Dockerfile'), '# by hand\n', { flag: 'a' });
    expect(command(['doctor', '--engine', 'docker'], folder, { PATH: path }).stdout)
      .toBe(`${node}finding  engine docker: it does not answer: Cannot connect to the daemon
         hint: start it: sudo systemctl start docker, or Docker Desktop; see https://docs.docker.com/engine/install/
ok       definition: image.ts
finding  base example.org/tides:1: nothing is known of it
         hint: say which distribution it is: base: { image: '…', distro: 'debian:bookworm' }
finding  Dockerfile: changed by hand
         hint: move it away, or replace it with "imagewright generate --force"
ok       Dockerfile.dockerignore: up to date
ok       context: 0 B in the files that are copied
`);
  });

  it('tells the version alone of an engine that puts words before it', () => {
    const path = programFolder('buildah', 'printf "Version:         1.28.2\\nGo Version:      go1.19.8\\n"');
    const { stdout } = command(['doctor'], folderWith({ 'image.ts': "export default { base: 'scratch' };\n" }), { PATH: path });
    expect(stdout.split('\n')[1]).toBe('ok       engine buildah: 1.28.2');
  });

  it('tells of a Buildah that is older than what the Dockerfile is for', () => {
    const path = programFolder('buildah', 'echo "Version:         1.28.2"');
    const said = (text: string) =>
      command(['doctor'], folderWith({ 'image.ts': text }), { PATH: path })
        .stdout.split('\n')
        .slice(-3)
        .join('\n');
    expect(said("export default { base: 'debian:bookworm-slim', dockerfile: { for: 'buildah' } };\n"))
      .toBe(`finding  buildah: it is 1.28.2, and the Dockerfile is for 1.33 or newer
         hint: update it, or say which one builds: dockerfile: { for: 'buildah 1.28' }
`);
    expect(said("export default { base: 'debian:bookworm-slim', dockerfile: { for: 'buildah 1.28' } };\n")).toContain('ok       context: ');
  });

  it('shows what a terminal would obey in the words of an engine', () => {
    const path = programFolder('docker', "printf '\\033[2Jno\\007\\n' >&2; exit 1");
    const { stdout } = command(['doctor'], folderWith({ 'image.ts': "export default { base: 'scratch' };\n" }), { PATH: path });
    expect(stdout.split('\n')[1]).toBe('finding  engine docker: it does not answer: \\u001b[2Jno\\u0007');
  });

  it('tells of a docker that cannot build what imagewright writes', () => {
    const folder = folderWith({ 'image.ts': image, 'tides.json': '' });
    const path = programFolder('docker', '[ "$1" = version ] && echo "26.1.5 (server 26.1.5)"');
    command(['generate'], folder);
    const { status, stdout } = command(['doctor'], folder, { PATH: path });
    expect({ status, engine: stdout.split('\n').slice(1, 3) }).toEqual({
      status: 1,
      engine: [
        'finding  engine docker: 26.1.5 (server 26.1.5), without buildx, which "imagewright build" needs',
        "         hint: install docker-buildx-plugin (of Docker's own packages) or docker-buildx (of the distribution's)",
      ],
    });
  });

  it('tells of an old buildx, which is no finding', () => {
    const folder = folderWith({ 'image.ts': image, 'tides.json': '' });
    const path = programFolder('docker', '[ "$1" = version ] && echo 24.0.9 || echo "github.com/docker/buildx v0.12.1 30feaa1"');
    command(['generate'], folder);
    const { status, stdout } = command(['doctor'], folder, { PATH: path });
    expect({ status, engine: stdout.split('\n')[1] }).toEqual({
      status: 0,
      engine: 'ok       engine docker: 24.0.9; its buildx is older than 0.13, and tells of builds in plain text only',
    });
  });

  it('remarks on a large context: more than 200 MB that are copied', () => {
    const folder = folderWith({ 'image.ts': image, 'tides.json': '' });
    const sized = (bytes: number) => {
      truncateSync(join(folder, 'tides.json'), bytes);
      return command(['doctor'], folder, { PATH: engine() }).stdout.split('\n').slice(-3).join('\n');
    };
    command(['generate'], folder);
    expect(sized(200 * 2 ** 20)).toBe('ok       Dockerfile.dockerignore: up to date\nok       context: 200.0 MB in the files that are copied\n');
    expect(sized(210 * 2 ** 20)).toBe(`finding  context: 210.0 MB in the files that are copied
         hint: copy only what the image needs, or leave files out with "ignore"; the largest: tides.json (210.0 MB)
`);
  });

  it('goes on where the definition is missing or wrong', () => {
    const wrong = folderWith({ 'image.ts': "export default { base: 'alpine:3.20', apt: ['git'], aptt: [] };\n" });
    expect(command(['doctor'], wrong, { PATH: engine() })).toEqual({
      status: 1,
      stdout: `${node}ok       engine docker: 28.5.2 (server 28.5.2)
finding  definition: apt: "alpine:3.20" is Alpine Linux, whose package manager is apk, and 1 more
         hint: see "imagewright generate --stdout"
`,
      stderr: '',
    });
    const { stdout } = command(['doctor', '--json'], folderWith({}), { PATH: engine() });
    expect(JSON.parse(stdout)).toEqual({
      ok: false,
      checks: [
        { subject: 'node', message: process.versions.node, state: 'ok' },
        { subject: 'engine docker', message: '28.5.2 (server 28.5.2)', state: 'ok' },
        {
          subject: 'definition',
          message: 'there is no image.ts here',
          hint: 'write one with "imagewright init", or name the file: imagewright VERB path/to/image.ts',
          state: 'finding',
        },
      ],
    });
  });
});

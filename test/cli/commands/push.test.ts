import { describe, expect, it } from 'vitest';
import { command, folderWith, programFolder } from '../../support/command.js';

const image = (fields: string) => `export default {\n  name: 'tides',\n  version: '1',\n  base: 'debian:bookworm-slim',${fields}\n};\n`;
const hosted = image("\n  registry: 'sea.example.org/team',\n  tags: ['stable'],");

/** An engine that has all images, and prints what it is asked to push. */
const engine = (name = 'docker') => programFolder(name, '[ "$1" = push ] || [ "$1" = manifest ] || exit 0; echo "$@"');

const push = (definition: string, words: readonly string[] = [], PATH = engine()) =>
  command(['push', ...words], folderWith({ 'image.ts': definition }), { PATH });

describe('push', () => {
  it('pushes every name of the image', () => {
    expect(push(hosted)).toEqual({
      status: 0,
      stdout: 'push -- sea.example.org/team/tides:1\npush -- sea.example.org/team/tides:stable\n',
      stderr: 'running docker push -- sea.example.org/team/tides:1\nrunning docker push -- sea.example.org/team/tides:stable\n',
    });
  });

  it("pushes the names that are given, without a look at the definition; what stands after -- is the engine's", () => {
    expect(push('not TypeScript', ['ada/tides:2', 'ada/tides:3', '--quiet', '--', '--disable-content-trust'])).toEqual({
      status: 0,
      stdout: 'push --disable-content-trust -- ada/tides:2\npush --disable-content-trust -- ada/tides:3\n',
      stderr: '',
    });
  });

  it('pushes each of several images, or one of them', () => {
    const several =
      "export default { ebb: { registry: 'ada', name: 'ebb', base: 'scratch' }, flood: { registry: 'ada', name: 'flood', base: 'scratch' } };\n";
    expect(push(several).stdout).toBe('push -- ada/ebb:latest\npush -- ada/flood:latest\n');
    expect(push(several, ['--name', 'flood']).stdout).toBe('push -- ada/flood:latest\n');
  });

  it('refuses a name that fits no registry before it asks the engine', () => {
    const hint = (to: string) =>
      `hint: say where it belongs, registry: 'youruser' or 'registry.example.org/team' in the definition; or name it: imagewright tag tides:1 ${to}`;
    expect(push(image(''), [], programFolder('docker', 'echo asked; exit 1'))).toEqual({
      status: 2,
      stdout: '',
      stderr: `image.ts:2:9 error name: "tides:1" names no registry and no user, and Docker Hub takes youruser/yourimage only   (name-does-not-fit)
  2 |   name: 'tides',
    |         ^^^^^^^
${hint('youruser/tides:1')}
`,
    });
    expect(push(image(''), ['tides:1'])).toEqual({
      status: 2,
      stdout: '',
      stderr: `error: "tides:1" names no registry and no user, and Docker Hub takes youruser/yourimage only   (name-does-not-fit)\n${hint('youruser/tides:1')}\n`,
    });
  });

  it('does not look for what only a build needs', () => {
    expect(push(image("\n  registry: 'ada',\n  copy: { 'no-such-file': '/' },")).stdout).toBe('push -- ada/tides:1\n');
  });

  it('says that an image has not been built, before it pushes another', () => {
    const PATH = programFolder('docker', 'case "$*" in *stable) echo "Error: No such image: x" >&2; exit 1;; push*) echo pushed;; esac');
    expect(push(hosted, [], PATH)).toEqual({
      status: 2,
      stdout: '',
      stderr: 'error: there is no image sea.example.org/team/tides:stable yet   (no-image)\nhint: make it with "imagewright build"\n',
    });
  });

  it("stops at the first that fails, with the engine's reason and exit code, and says what was pushed", () => {
    const digest = `sha256:${'0'.repeat(64)}`;
    const said = 'denied: requested access to the resource is denied';
    const PATH = programFolder(
      'docker',
      `case "$*" in push*stable) echo pushing >&2; echo '${said}' >&2; exit 5;; push*) echo 'stable: digest: ${digest} size: 7';; esac`,
    );
    const ended = push(hosted, ['--json'], PATH);
    const message = `sea.example.org does not let you push sea.example.org/team/tides:stable: ${said}`;
    const hint = 'check the name, and log in as a user who may: imagewright login sea.example.org';
    expect({ ...ended, stdout: JSON.parse(ended.stdout) }).toEqual({
      status: 5,
      stdout: {
        ok: false,
        engine: 'docker',
        commands: [
          ['docker', 'push', '--', 'sea.example.org/team/tides:1'],
          ['docker', 'push', '--', 'sea.example.org/team/tides:stable'],
        ],
        pushed: [{ name: 'sea.example.org/team/tides:1', digest }],
        exitCode: 5,
        diagnostics: [{ code: 'no-permission', severity: 'error', message, hint }],
      },
      stderr: `running docker push -- sea.example.org/team/tides:1
stable: digest: ${digest} size: 7
running docker push -- sea.example.org/team/tides:stable
pushing
error: ${message}   (no-permission)
hint: ${hint}
`,
    });
  });

  it('prints the commands with --dry-run, without an engine', () => {
    const platforms = image("\n  registry: 'ada',\n  platforms: ['linux/amd64', 'linux/arm64'],");
    expect(push(platforms, ['--dry-run'], '/nowhere')).toEqual({ status: 0, stdout: 'docker push -- ada/tides:1\n', stderr: '' });
    expect(push(platforms, ['--dry-run', '--engine', 'podman'], '/nowhere').stdout).toBe(
      'podman manifest push --all -- ada/tides:1 docker://docker.io/ada/tides:1\n',
    );
    expect(JSON.parse(push(platforms, ['--dry-run', '--json'], '/nowhere').stdout)).toEqual({
      ok: true,
      engine: 'docker',
      commands: [['docker', 'push', '--', 'ada/tides:1']],
    });
  });
});

import { describe, expect, it } from 'vitest';
import { command, folderWith, programFolder } from '../../support/command.js';

const image = (fields: string) => `export default { name: 'tides', version: '1', base: 'debian:bookworm-slim'${fields} };\n`;
const hosted = image(", registry: 'sea.example.org/team', tags: ['stable'], copy: { 'not-here': '/' }");

const pull = (definition: string, words: readonly string[] = [], PATH = programFolder('docker', 'echo "$@"')) =>
  command(['pull', ...words], folderWith({ 'image.ts': definition }), { PATH });

describe('pull', () => {
  it('gets the image by its first name; what a build needs need not be here', () => {
    expect(pull(hosted)).toEqual({
      status: 0,
      stdout: 'pull -- sea.example.org/team/tides:1\n',
      stderr: 'running docker pull -- sea.example.org/team/tides:1\n',
    });
  });

  it('gets any image that is named, for a platform that is named', () => {
    expect(pull('not TypeScript', ['debian:bookworm-slim', '--platform', 'linux/arm64', '--', '--quiet']).stdout).toBe(
      'pull --platform linux/arm64 --quiet -- debian:bookworm-slim\n',
    );
    const digest = `debian@sha256:${'0'.repeat(64)}`;
    expect(pull('', [digest]).stdout).toBe(`pull -- ${digest}\n`);
  });

  it('does not take an image of the same name of somebody else for that of the project', () => {
    const { status, stdout, stderr } = pull(image(''));
    expect({ status, stdout, first: stderr.split('\n')[0] }).toEqual({
      status: 2,
      stdout: '',
      first: 'image.ts:1:24 error name: "tides:1" names no registry and no user, and Docker Hub takes youruser/yourimage only   (name-does-not-fit)',
    });
  });

  it.each([
    [['Tides'], '"Tides" has capital letters in its repository   (bad-image-reference)', 'write it in lower case'],
    [['tides', '--platform', 'linux/amd46'], '--platform: "linux/amd46" is no platform   (bad-platform)', 'did you mean "linux/amd64"?'],
  ])('tells what is wrong before the engine is asked: %j', (words, message, hint) => {
    expect(pull('', words)).toEqual({ status: 2, stdout: '', stderr: `error: ${message}\nhint: ${hint}\n` });
  });

  it('prints the command with --dry-run', () => {
    expect(pull(hosted, ['--dry-run', '--engine', 'buildah'], '/nowhere')).toEqual({
      status: 0,
      stdout: 'buildah pull --policy always -- sea.example.org/team/tides:1\n',
      stderr: '',
    });
  });

  it('gives what was pulled as JSON', () => {
    const digest = `sha256:${'1'.repeat(64)}`;
    const { stdout, stderr } = pull(hosted, ['--json', '--quiet'], programFolder('docker', `echo 'Digest: ${digest}'`));
    expect({ stderr, result: JSON.parse(stdout) }).toEqual({
      stderr: '',
      result: {
        ok: true,
        engine: 'docker',
        commands: [['docker', 'pull', '--', 'sea.example.org/team/tides:1']],
        pulled: [{ name: 'sea.example.org/team/tides:1', digest }],
        exitCode: 0,
        diagnostics: [],
      },
    });
  });
});

import { describe, expect, it } from 'vitest';
import { command, folderWith, programFolder } from '../../support/command.js';

const image = "export default { name: 'tides', version: '1', base: 'debian:bookworm-slim' };\n";
const several = "export default { ebb: { name: 'ebb', base: 'scratch' }, flood: { name: 'flood', base: 'scratch' } };\n";

/** An engine that has all images, and prints what it is asked to name. */
const engine = () => programFolder('docker', '[ "$1" = tag ] && echo "$@"; exit 0');

const tag = (words: readonly string[], definition = image, PATH = engine()) =>
  command(['tag', ...words], folderWith({ 'image.ts': definition }), { PATH });

describe('tag', () => {
  it('gives the image of the definition a further name', () => {
    expect(tag(['ada/tides:1'])).toEqual({ status: 0, stdout: 'tag -- tides:1 ada/tides:1\n', stderr: 'tides:1 is ada/tides:1 too\n' });
  });

  it('gives any image a further name', () => {
    expect(tag(['debian:bookworm-slim', 'sea.example.org/base:1'], 'not TypeScript')).toEqual({
      status: 0,
      stdout: 'tag -- debian:bookworm-slim sea.example.org/base:1\n',
      stderr: 'debian:bookworm-slim is sea.example.org/base:1 too\n',
    });
  });

  it('wants to know which of several', () => {
    expect(tag(['ada/flood'], several)).toEqual({
      status: 2,
      stdout: '',
      stderr: 'error: the definition file has several images   (several-images)\nhint: say which with --name: ebb, flood\n',
    });
    expect(tag(['ada/flood', '--name', 'flood'], several).stdout).toBe('tag -- flood:latest ada/flood\n');
  });

  it.each([
    [[], 'tag wants the new name   (usage)', 'imagewright tag youruser/word_count:0.1'],
    [['a', 'b', 'c'], 'tag wants the new name, or an image and its new name   (usage)', 'imagewright tag youruser/word_count:0.1'],
    [['Ada/tides'], '"Ada/tides" has capital letters in its repository   (bad-tag)', 'write it in lower case'],
  ])('tells what is wrong before the engine is asked: %j', (words, message, hint) => {
    expect(tag(words)).toEqual({ status: 2, stdout: '', stderr: `error: ${message}\nhint: ${hint}\n` });
  });

  it('says that there is no image yet', () => {
    const PATH = programFolder('docker', 'echo "Error: No such image: tides:1" >&2; exit 1');
    expect(tag(['ada/tides:1'], image, PATH)).toEqual({
      status: 2,
      stdout: '',
      stderr: 'error: there is no image tides:1 yet   (no-image)\nhint: make it with "imagewright build"\n',
    });
  });

  it('prints the command with --dry-run, and the result as JSON', () => {
    expect(tag(['ada/tides:1', '--dry-run', '--engine', 'buildah'], image, '/nowhere').stdout).toBe('buildah tag -- tides:1 ada/tides:1\n');
    const { stdout } = tag(['ada/tides:1', '--json'], image, programFolder('docker', 'exit 0'));
    expect(JSON.parse(stdout)).toEqual({
      ok: true,
      engine: 'docker',
      commands: [['docker', 'tag', '--', 'tides:1', 'ada/tides:1']],
      image: 'tides:1',
      name: 'ada/tides:1',
      exitCode: 0,
      diagnostics: [],
    });
  });
});

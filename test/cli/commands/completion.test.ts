import { spawnSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { globalOptions } from '../../../src/cli/command.js';
import { commands } from '../../../src/cli/commands/index.js';
import { shellNames } from '../../../src/cli/shell-names.js';
import { cli, command, folderWith } from '../../support/command.js';
import { repository } from '../../support/project.js';

const several = "export default { web: { base: 'debian:bookworm-slim' }, worker: { base: 'debian:bookworm-slim' } };\n";

/** The candidates for the last of these words. */
function candidates(words: readonly string[], folder = folderWith({ 'image.ts': several })): readonly string[] {
  const { status, stdout, stderr } = command(['completion', '--', ...words], folder);
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
  return stdout.split('\n').flatMap((line) => (line === '' ? [] : [line.split('\t')[0]!]));
}

describe('completion', () => {
  it('has a script for each shell', () => {
    const scripts = readdirSync(join(repository, 'templates/completion')).filter((name) => name !== 'template.json');
    expect(scripts.sort()).toEqual([...shellNames].sort());
    for (const shell of shellNames)
      expect(command(['completion', shell], folderWith({})).stdout).toContain(`# Completion of imagewright for ${shell}: `);
  });

  it('refuses a shell that it does not know, and none', () => {
    expect(command(['completion', 'bsh'], folderWith({}))).toEqual({
      status: 2,
      stdout: '',
      stderr: 'error: there is no completion for "bsh"   (usage)\nhint: did you mean "bash"?\n',
    });
    expect(command(['completion'], folderWith({}))).toEqual({
      status: 2,
      stdout: '',
      stderr: 'error: for which shell?   (usage)\nhint: choose one of bash, zsh, fish\n',
    });
  });

  it('knows every verb, and every option of it', () => {
    const folder = folderWith({});
    expect(candidates([''], folder)).toEqual(Object.keys(commands));
    for (const [verb, { options }] of Object.entries(commands)) {
      const words = Object.entries({ ...options, ...globalOptions }).flatMap(([name, option]) => {
        if ('hidden' in option) return [];
        if (!('type' in option) || option.type !== 'boolean' || ('default' in option && option.default === false)) return [`--${name}`];
        return 'default' in option ? [`--no-${name}`] : [`--${name}`, `--no-${name}`];
      });
      expect([verb, ...candidates([verb, '-'], folder)]).toEqual([verb, ...words, '--help']);
    }
  });

  it.each([
    ['choices', ['build', '--engine', ''], ['docker', 'podman', 'nerdctl', 'buildah']],
    ['choices that begin so', ['generate', '--layers', 'f'], ['fewest']],
    ['a value after =', ['build', '--engine=n'], ['--engine=nerdctl']],
    ['a value after =, as bash splits it', ['build', '--engine', '=', 'n'], ['nerdctl']],
    ['all values after =, as bash splits it', ['generate', '--layers', '='], ['cache', 'fewest', 'as-written']],
    ['what an option may be given more than once', ['init', '--ci', 'github', '--ci', 'g'], ['github', 'gitlab']],
    ['no option a second time, unless it may be', ['build', '-t', 'a', '--push', '--engine', 'docker', '--t'], ['--tag']],
    ['the images of a definition', ['generate', '--name', ''], ['web', 'worker']],
    ['the images of a definition, for run', ['run', '--image', 'we'], ['web']],
    ['the name of a container, which nobody knows', ['run', '--name', ''], []],
    ['presets', ['init', ''], ['minimal', 'python-snakemake']],
    ['shells', ['completion', 'z'], ['zsh']],
    ['options before the verb', ['--cwd', 'sea', 'gen'], ['generate']],
    ['folders', ['generate', '--cwd', ''], [':folders']],
    ['files, for what is written', ['generate', '-o', ''], [':files']],
    ['files, for the definition', ['generate', ''], [':files']],
    ['files, for what the engine gets', ['run', '--', 'x'], [':files']],
    ['nothing after the one argument', ['generate', 'image.ts', ''], []],
    ['nothing for a verb that there is not', ['biuld'], []],
  ])('knows %s', (_, words, expected) => {
    expect(candidates(words)).toEqual(expected);
  });

  it('names no image of a definition that cannot be loaded, whatever it prints', () => {
    const folder = folderWith({ 'image.ts': 'console.log("ebb"); throw new Error("no");\n' });
    expect(command(['completion', '--', 'generate', '--name', ''], folder)).toEqual({ status: 0, stdout: '', stderr: 'ebb\n' });
  });

  it('tells what each is, and as JSON', () => {
    const folder = folderWith({});
    expect(command(['completion', '--', 'schem'], folder).stdout).toBe('schema\tprint the JSON Schema of image.json, for editors\n');
    expect(JSON.parse(command(['completion', '--json', '--', 'schem'], folder).stdout)).toEqual({
      ok: true,
      candidates: [{ word: 'schema', describe: 'print the JSON Schema of image.json, for editors' }],
    });
    expect(JSON.parse(command(['completion', '--json', '--', 'generate', '-o', ''], folder).stdout)).toEqual({ ok: true, paths: 'files' });
  });

  it.each([
    ['a verb', ['gener'], ['generate']],
    ['an option', ['build', '--eng'], ['--engine']],
    ['a value', ['build', '--engine', 'do'], ['docker']],
    ['a value after =', ['build', '--engine', '=', 'do'], ['docker']],
    ['every value after =', ['generate', '--layers', '='], ['cache', 'fewest', 'as-written']],
    ['an image', ['generate', '--name', 'wo'], ['worker']],
    ['a file, with blanks in its name', ['generate', '-o', 'tide'], ['tide table']],
    ['a folder', ['generate', '--cwd', ''], ['sea']],
  ])('completes in bash: %s', (_, words, expected) => {
    const folder = folderWith({ 'image.ts': several, 'tide table': '', 'sea/readme': '' });
    const script = `
      shopt -s expand_aliases
      bin=$PWD/../bin; mkdir "$bin"; printf '#!/bin/sh\\nexec "%s" "%s" "$@"\\n' "$1" "$2" >"$bin/imagewright"; chmod +x "$bin/imagewright"
      PATH=$bin:$PATH; shift 2
      eval "$(imagewright completion bash)"
      complete -p imagewright
      COMP_WORDS=(imagewright "$@"); COMP_CWORD=$#
      _imagewright imagewright
      printf '%s\\n' "\${COMPREPLY[@]}"`;
    const ended = spawnSync('bash', ['--norc', '-c', script, 'bash', process.execPath, cli, ...words], { cwd: folder, encoding: 'utf8' });
    const [registered, ...reply] = ended.stdout.trimEnd().split('\n');
    expect({ registered, reply, stderr: ended.stderr }).toEqual({ registered: 'complete -F _imagewright imagewright', reply: expected, stderr: '' });
  });
});

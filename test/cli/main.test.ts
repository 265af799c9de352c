import { spawnSync } from 'node:child_process';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import packageJson from '../../package.json' with { type: 'json' };
import { commands } from '../../src/cli/commands/index.js';
import { parse } from '../../src/cli/parse.js';
import { cli, command, folderWith } from '../support/command.js';

const usage = (message: string, hint: string) => ({ status: 2, stdout: '', stderr: `error: ${message}   (usage)\nhint: ${hint}\n` });

describe('the command line', () => {
  it.each([
    ['', 'which verb?', 'see "imagewright --help"'],
    ['biuld', 'there is no verb "biuld"', 'did you mean "build"?'],
    ['serve', 'there is no verb "serve"', 'see "imagewright --help"'],
    ['build --tga x', 'there is no option --tga', 'did you mean "--tag"?'],
    ['build -q', 'there is no option -q', 'see "imagewright build --help"'],
    ['generate a b', '"b" is one argument too many', 'see "imagewright generate --help"'],
    ['generate --layers all', '--layers cannot be "all"', 'choose one of "cache", "fewest", "as-written"'],
    ['generate --name', '--name wants a value', 'a value that begins with "-" is given as --option=-value'],
    ['generate --name a --name b', '--name is given twice', 'leave out one of them'],
  ])('refuses wrong usage: %s', (line, message, hint) => {
    expect(command(line === '' ? [] : line.split(' '), folderWith({}))).toEqual(usage(message, hint));
  });

  it('reports wrong usage as JSON with --json', () => {
    const { status, stdout } = command(['biuld', '--json'], folderWith({}));
    expect({ status, stdout: JSON.parse(stdout) }).toEqual({
      status: 2,
      stdout: {
        ok: false,
        diagnostics: [{ code: 'usage', severity: 'error', message: 'there is no verb "biuld"', hint: 'did you mean "build"?' }],
      },
    });
  });

  it('refuses a --cwd that is no folder', () => {
    const stderr = 'error: there is no folder "nowhere"   (no-such-folder)\nhint: correct the path of --cwd\n';
    expect(command(['check', '--cwd', 'nowhere'], folderWith({}))).toEqual({ status: 2, stdout: '', stderr });
  });

  it('prints its version', () => {
    expect(command(['--version'], folderWith({}))).toEqual({ status: 0, stdout: `${packageJson.version}\n`, stderr: '' });
  });

  it.each(['', ...Object.keys(commands)])('prints the help that yargs lays out: %s', async (verb) => {
    const words = verb === '' ? ['--help'] : [verb, '--help'];
    const laidOut = await parse(words);
    expect(laidOut.kind).toBe('text');
    expect(command(words, folderWith({}))).toEqual({ status: 0, stdout: laidOut.kind === 'text' ? laidOut.text : '', stderr: '' });
    expect(command([...words.slice(0, -1), '-h'], folderWith({}))).toEqual(command(words, folderWith({})));
  });

  it('shows no example that hands a Dockerfile to an engine without its ignore file', () => {
    const examples = Object.values(commands).flatMap((verb) => verb.examples.map(([line]) => line));
    expect(examples.filter((line) => line.includes('|'))).toEqual([]);
    expect(command(['generate', '--help'], folderWith({})).stdout).toContain('print the file, without the ignore file; write nothing');
  });

  it('does not fail when its reader goes away', () => {
    const folder = folderWith({ 'image.ts': "export default { base: 'debian:bookworm-slim' };\n" });
    const line = `"${process.execPath}" "${cli}" generate --format json | true; echo "ended with $?"`;
    const { stdout, stderr } = spawnSync('/bin/bash', ['-c', `set -o pipefail; ${line}`], {
      cwd: folder,
      encoding: 'utf8',
      env: { HOME: dirname(folder), PATH: join('/usr/bin') },
    });
    expect({ stdout, stderr }).toEqual({ stdout: 'ended with 0\n', stderr: '' });
  });
});

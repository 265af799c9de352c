import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { command, folderWith, programFolder } from '../../support/command.js';

const PASSWORD = 'ebb-and-fl00d';
const image = (registry: string) => `export default { name: 'tides', version: '1', ${registry}base: 'debian:bookworm-slim' };\n`;

/** Prints its words, each in angle brackets, and what is on its stdin. */
const docker = () => programFolder('docker', `for word; do printf '<%s> ' "$word"; done; /bin/cat`);

const login = (words: readonly string[], files: Readonly<Record<string, string>> = {}) =>
  command(['login', ...words], folderWith(files), { PATH: docker() }, PASSWORD);

const refused = {
  status: 2,
  stdout: '',
  stderr: `error: a password is not taken from the command line: everybody on the machine sees it in the list of processes, and the shell keeps it in its history   (password-argument)
hint: type it when it is asked for, or give it on stdin: imagewright login -u USER --password-stdin < FILE; change the one that stood there
`,
};

describe('login', () => {
  it('hands the password on by stdin', () => {
    expect(login(['registry.example.org', '-u', 'ada', '--password-stdin'])).toEqual({
      status: 0,
      stdout: `<login> <--username> <ada> <--password-stdin> <--> <registry.example.org> ${PASSWORD}`,
      stderr: '',
    });
  });

  it.each([
    ["registry: 'registry.example.org:5000/team', ", '<--> <registry.example.org:5000> '],
    ["registry: 'ada', ", ''],
    ['', ''],
  ])('logs in to the registry of the definition: %s', (registry, words) => {
    const { status, stdout, stderr } = login(['-u', 'ada', '--password-stdin'], { 'image.ts': image(registry) });
    expect({ status, stdout, stderr }).toEqual({
      status: 0,
      stdout: `<login> <--username> <ada> <--password-stdin> ${words}${PASSWORD}`,
      stderr: '',
    });
  });

  it('logs in to Docker Hub where there is no definition, and where that is named', () => {
    const stdout = `<login> <--username> <ada> <--password-stdin> ${PASSWORD}`;
    expect(login(['-u', 'ada', '--password-stdin'])).toEqual({ status: 0, stdout, stderr: '' });
    expect(login(['docker.io', '-u', 'ada', '--password-stdin'], { 'image.ts': image("registry: 'sea.example.org', ") }).stdout).toBe(stdout);
  });

  it('wants to know which of several registries', () => {
    const several = "export default { a: { registry: 'a.example.org', base: 'scratch' }, b: { registry: 'b.example.org', base: 'scratch' } };\n";
    expect(login(['-u', 'ada', '--password-stdin'], { 'image.ts': several })).toEqual({
      status: 2,
      stdout: '',
      stderr: `error: the images of the definition file are in several registries   (several-registries)\nhint: say which: imagewright login a.example.org\n`,
    });
    const { stdout } = login(['--name', 'b', '-u', 'ada', '--password-stdin'], { 'image.ts': several });
    expect(stdout).toContain('<b.example.org>');
  });

  it.each([
    ['-p', PASSWORD],
    ['-p', ''],
    ['-p'],
    [`-p${PASSWORD}`],
    ['--password', PASSWORD],
    [`--password=${PASSWORD}`],
    ['--json', '-p', PASSWORD],
    ['--', '-p', PASSWORD],
    ['--', `--password=${PASSWORD}`],
  ])('refuses a password as an argument, and does not repeat it: %s %s %s', (...words) => {
    const { stdout, ...ended } = login(['registry.example.org', '-u', 'ada', ...words]);
    expect(ended).toEqual({ status: refused.status, stderr: refused.stderr });
    expect(stdout).not.toContain(PASSWORD);
  });

  it.each([
    [['registry.example.org', PASSWORD], 'login takes one argument, the registry   (usage)', 'see "imagewright login --help"'],
    [
      [`ada:${PASSWORD}@registry.example.org`],
      'a registry is a host and its port, without a user   (bad-registry)',
      'imagewright login registry.example.org:5000',
    ],
    [['--pasword', PASSWORD], 'there is no option --pasword   (usage)', 'see "imagewright login --help"'],
  ])('does not repeat what may be a password: %j', (words, message, hint) => {
    expect(login(words)).toEqual({ status: 2, stdout: '', stderr: `error: ${message}\nhint: ${hint}\n` });
  });

  it.each([
    [[], 'there is no terminal to ask for the password on', 'give it on stdin: imagewright login -u USER --password-stdin < FILE'],
    [['--password-stdin'], '--password-stdin wants to know whose password it is', 'imagewright login -u USER --password-stdin < FILE'],
  ])('says what it wants without a terminal: %j', (words, message, hint) => {
    expect(login(words)).toEqual({ status: 2, stdout: '', stderr: `error: ${message}   (no-password)\nhint: ${hint}\n` });
  });

  it.each([
    ['https://sea.example.org', '"https://sea.example.org" is a URL, not a registry', 'leave out "https://"'],
    ['ada', '"ada" is no host', 'Docker Hub needs no name: imagewright login'],
    ['sea example', '"sea example" cannot be a registry', "write host, port and path: 'registry.example.org:5000/team'"],
  ])('says what is no registry: %s', (registry, message, hint) => {
    const stderr = `error: ${message}   (bad-registry)\nhint: ${hint}\n`;
    expect(login([registry, '-u', 'ada', '--password-stdin'])).toEqual({ status: 2, stdout: '', stderr });
  });

  it("tells a wrong password, and ends with the engine's exit code", () => {
    const said = 'Error response from daemon: login attempt to https://sea.example.org/v2/ failed with status: 401 Unauthorized';
    const PATH = programFolder('docker', `echo '${said}' >&2; exit 7`);
    const words = ['login', 'sea.example.org', '-u', 'ada', '--password-stdin'];
    const message =
      'sea.example.org does not accept this password of ada: login attempt to https://sea.example.org/v2/ failed with status: 401 Unauthorized';
    const hint = 'check user and password; many registries, Docker Hub among them, want an access token for it';
    const ended = command([...words, '--json'], folderWith({}), { PATH }, PASSWORD);
    expect({ ...ended, stdout: JSON.parse(ended.stdout) }).toEqual({
      status: 7,
      stdout: {
        ok: false,
        engine: 'docker',
        commands: [['docker', 'login', '--username', 'ada', '--password-stdin', '--', 'sea.example.org']],
        registry: 'sea.example.org',
        user: 'ada',
        exitCode: 7,
        diagnostics: [{ code: 'wrong-password', severity: 'error', message, hint }],
      },
      stderr: `error: ${message}   (wrong-password)\nhint: ${hint}\n`,
    });
  });

  it('leaves the password in no list of processes, no environment and no file', () => {
    const seen = ['cmdline', 'environ'].map((file) => `for each in /proc/[0-9]*/${file}; do /usr/bin/tr '\\0' ' ' < "$each"; echo; done`).join('; ');
    const expected = 'a pass-w0rd of this test';
    const folder = folderWith({ 'image.ts': image("registry: 'sea.example.org', ") });
    const record = folderWith({ expected });
    const PATH = programFolder(
      'docker',
      `{ ${seen}; } > "${record}/seen" 2> /dev/null; [ "$(/bin/cat)" = "$(/bin/cat ${record}/expected)" ] && echo same`,
    );
    const ended = command(['login', '-u', 'ada', '--password-stdin', '--json'], folder, { PATH, TMPDIR: dirname(folder) }, expected);
    expect(ended).toMatchObject({ status: 0, stderr: 'same\n' });
    const processes = readFileSync(join(record, 'seen'), 'utf8');
    expect(processes).toContain('login -u ada --password-stdin');
    const home = dirname(folder);
    const written = readdirSync(home, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
    const texts = written.map(({ parentPath, name }) => readFileSync(join(parentPath, name), 'latin1'));
    expect([processes, ended.stdout, ...texts].filter((text) => text.includes(expected))).toEqual([]);
  });
});

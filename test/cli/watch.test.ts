import { spawn, type ChildProcessByStdio } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import type { Readable } from 'node:stream';
import { describe, expect, it, onTestFinished } from 'vitest';
import { cli, command, folderWith } from '../support/command.js';

interface Watching {
  /** Waits until it has said this after all that was waited for before; gives what it said up to there. */
  readonly says: (text: string) => Promise<string>;
  readonly signal: (name: NodeJS.Signals) => Promise<number | null>;
  /** What it said that nobody has waited for. */
  readonly rest: () => string;
}

const READY = 'Ctrl-C ends it\n';

function watching(folder: string, ...options: readonly string[]): Watching {
  const env = { PATH: join(folder, 'no-programs'), HOME: dirname(folder) };
  const child: ChildProcessByStdio<null, null, Readable> = spawn(process.execPath, [cli, 'generate', '--watch', ...options], {
    cwd: folder,
    env,
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  const ended = new Promise<number | null>((resolve) => child.on('close', resolve));
  onTestFinished(() => void child.kill('SIGKILL'));
  let said = '';
  let wake = (): void => undefined;
  child.stderr.on('data', (data: Buffer) => {
    said += data.toString();
    wake();
  });
  const says = async (text: string): Promise<string> => {
    while (!said.includes(text)) await new Promise<void>((resolve) => (wake = resolve));
    const end = said.indexOf(text) + text.length;
    const before = said.slice(0, end);
    said = said.slice(end);
    return before;
  };
  return {
    says,
    rest: () => said,
    signal: (name) => {
      child.kill(name);
      return ended;
    },
  };
}

const image = (command: string, more = '') => `import { tool } from './tool';
export default { base: 'debian:bookworm-slim', env: { TOOL: tool }, cmd: ['${command}'], ${more} };
`;
const files = { 'image.ts': image('date'), 'tool.ts': "export const tool = 'gauge';\n" };
const dockerfile = (folder: string) => readFileSync(join(folder, 'Dockerfile'), 'utf8').split('\n').slice(3).join('\n');

describe('generate --watch', () => {
  it('generates, and again on each change of the definition, one line each, until Ctrl-C', async () => {
    const folder = folderWith(files);
    const { says, signal } = watching(folder);
    expect(await says(READY)).toBe('wrote Dockerfile, Dockerfile.dockerignore\nwatching for changes; Ctrl-C ends it\n');
    writeFileSync(join(folder, 'image.ts'), image('cal'));
    expect(await says(READY)).toBe('wrote Dockerfile\nwatching for changes; Ctrl-C ends it\n');
    expect(dockerfile(folder)).toBe('FROM debian:bookworm-slim\nENV TOOL=gauge\n\nCMD ["cal"]\n');
    expect(await signal('SIGINT')).toBe(0);
    expect(readdirSync(folder).sort()).toEqual(['Dockerfile', 'Dockerfile.dockerignore', 'image.ts', 'tool.ts']);
  });

  it('sees what the definition imports, written by an editor to another file that takes the name', async () => {
    const folder = folderWith(files);
    const { says, signal } = watching(folder);
    await says(READY);
    for (const tool of ['rule', 'level']) {
      writeFileSync(join(folder, '.tool.ts.swp'), `export const tool = '${tool}';\n`);
      renameSync(join(folder, '.tool.ts.swp'), join(folder, 'tool.ts'));
      await says('wrote Dockerfile\n');
      await says(READY);
      expect(dockerfile(folder)).toContain(`ENV TOOL=${tool}\n`);
    }
    expect(await signal('SIGTERM')).toBe(143);
  });

  it('says what is wrong, leaves the files, and goes on when it is mended', async () => {
    const folder = folderWith(files);
    const { says } = watching(folder);
    await says(READY);
    const before = dockerfile(folder);
    writeFileSync(join(folder, 'tool.ts'), "export const tool = ';\n");
    expect(await says(READY)).toContain('(definition-syntax)');
    writeFileSync(join(folder, 'tool.ts'), "throw new Error('dry');\nexport const tool = 'gauge';\n");
    expect(await says(READY)).toContain('image.ts throws Error: dry');
    writeFileSync(join(folder, 'tool.ts'), 'export const tool = [1];\n');
    expect(await says(READY)).toContain('env.TOOL: must be a string');
    expect(dockerfile(folder)).toBe(before);
    writeFileSync(join(folder, 'tool.ts'), files['tool.ts']);
    expect(await says(READY)).toContain('all is up to date\n');
  });

  it('waits for a definition that goes and comes back, and for one that is wrong from the start', async () => {
    const folder = folderWith({ 'image.ts': 'export default {};\n' });
    const { says } = watching(folder);
    expect(await says(READY)).toContain('(missing-base)');
    rmSync(join(folder, 'image.ts'));
    expect(await says(READY)).toContain('there is no image.ts here');
    writeFileSync(join(folder, 'tool.ts'), files['tool.ts']);
    writeFileSync(join(folder, 'image.ts'), files['image.ts']);
    await says('wrote Dockerfile, Dockerfile.dockerignore\n');
  });

  it('sees manifests that the definition names, also one in a folder that is made later', async () => {
    const more = "pip: { requirements: 'python/requirements.txt' }";
    const folder = folderWith({ ...files, 'image.ts': image('date', more) });
    const { says } = watching(folder);
    expect(await says(READY)).toContain('"python/requirements.txt" is not in the build context');
    mkdirSync(join(folder, 'python'));
    writeFileSync(join(folder, 'python/requirements.txt'), 'numpy\n');
    await says('wrote Dockerfile, Dockerfile.dockerignore\n');
    await says(READY);
    writeFileSync(join(folder, 'python/requirements.txt'), '-r base.txt\n');
    expect(await says(READY)).toContain('(unread-requirements)');
  });

  it('generates once for many changes that come at once', async () => {
    const folder = folderWith(files);
    const { says, signal, rest } = watching(folder);
    await says(READY);
    for (let write = 0; write < 20; write++) writeFileSync(join(folder, 'image.ts'), image(`cal -${write}`));
    let times = 0;
    for (; !dockerfile(folder).includes('CMD ["cal -19"]\n'); times++) await says('wrote Dockerfile\n');
    expect(times).toBeLessThan(4);
    await says(READY);
    await setTimeout(1500);
    expect(await signal('SIGINT')).toBe(0);
    expect(rest()).not.toContain('wrote');
  });

  it('waits for an import that is not there yet, and for a manifest that goes and comes back', async () => {
    const more = "npm: true, workdir: '/app', copy: { '.': '/app/' }";
    const node = { 'package.json': '{}', 'package-lock.json': '{ "lockfileVersion": 3, "packages": {} }' };
    const folder = folderWith({ 'image.ts': image('date', more).replace('debian:bookworm-slim', 'node:22-slim'), ...node });
    const { says } = watching(folder);
    expect(await says(READY)).toContain('./tool');
    writeFileSync(join(folder, 'tool.ts'), files['tool.ts']);
    await says('wrote Dockerfile, Dockerfile.dockerignore\n');
    await says(READY);
    rmSync(join(folder, 'package-lock.json'));
    expect(await says(READY)).toContain('package-lock.json');
    writeFileSync(join(folder, 'package-lock.json'), node['package-lock.json']);
    expect(await says(READY)).toContain('all is up to date\n');
  });

  it('does not stop at a definition that throws later', async () => {
    const later = "setTimeout(() => { throw new Error('late'); }, 300);\n";
    const folder = folderWith({ ...files, 'image.ts': later + files['image.ts'] });
    const { says, signal } = watching(folder);
    await says(READY);
    await says('error: the definition throws Error: late\n');
    expect(await signal('SIGINT')).toBe(0);
  });

  it('ends at once on what no change of a file can mend', () => {
    const folder = folderWith(files);
    const refused = (message: string) => ({ status: 2, stdout: '', stderr: `error: ${message}   (usage)\nhint: leave out one of them\n` });
    for (const option of ['--stdout', '--check', '--format=ir']) {
      const shown = option.replace('=', ' ');
      const stderr = `--watch writes files again and again, and ${shown} answers once`;
      expect(command(['generate', '--watch', option], folder)).toEqual(refused(stderr));
    }
    expect(command(['generate', '--watch', '--json'], folder).stderr).toBe(
      refused('--watch writes files again and again, and --json answers once').stderr,
    );
  });
});

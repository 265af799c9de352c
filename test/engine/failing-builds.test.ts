/** Builds that fail, of each kind: what is reported is the line of image.ts that is to blame. */

import { execFile } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { describeBuildah } from '../support/buildah.js';
import { cli } from '../support/command.js';
import { describeEngine, docker } from '../support/engine.js';
import { failures, MARK, packageFailures, PYTHON, type FailingBuild } from '../support/failing-builds.js';
import { imagewright } from '../support/project.js';

interface Diagnostic {
  readonly code: string;
  readonly message: string;
  readonly origin: string;
  readonly file: string;
  readonly line: number;
}

const root = realpathSync(mkdtempSync(join(tmpdir(), 'imagewright-')));

function write(folder: string, files: Readonly<Record<string, string>>): void {
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
}

interface Options {
  readonly options?: readonly string[];
  readonly env?: NodeJS.ProcessEnv;
}

function build(folder: string, { options = [], env = process.env }: Options): Promise<{ readonly code: number; readonly stdout: string }> {
  return new Promise((resolve) => {
    const child = execFile(process.execPath, [cli, 'build', '--json', '--quiet', ...options], { cwd: folder, env, maxBuffer: 1 << 28 }, (_, stdout) =>
      resolve({ code: child.exitCode ?? -1, stdout }),
    );
  });
}

async function reported({ what, definition, files }: FailingBuild, options: Options = {}) {
  const folder = join(root, what.replaceAll(/\W+/g, '-'));
  write(folder, { ...files, 'image.ts': definition });
  const { code, stdout } = await build(folder, options);
  const { exitCode, diagnostics } = JSON.parse(stdout) as { readonly exitCode: number; readonly diagnostics: readonly Diagnostic[] };
  const [first] = diagnostics.filter((diagnostic) => diagnostic.code === 'build-failed');
  return { code, exitCode, file: first?.file, line: first?.line, origin: first?.origin, message: first?.message };
}

function markedLine(files: Readonly<Record<string, string>>) {
  const [[file, text]] = Object.entries(files).filter((entry) => entry[1].includes(MARK)) as [[string, string]];
  return { file, line: text.split('\n').findIndex((line) => line.includes(MARK)) + 1 };
}

function matching(message: string) {
  if (!message.includes('*')) return message;
  return expect.stringMatching(
    new RegExp(
      `^${message
        .split('*')
        .map((part) => part.replaceAll(/[$()*+./?[\\\]^{|}-]/g, '\\$&'))
        .join('.*')}$`,
      's',
    ),
  );
}

describeBuildah('a failing build is blamed on', ({ command, version }) => {
  const programs = mkdtempSync(join(tmpdir(), 'imagewright-'));
  afterAll(() => rmSync(programs, { recursive: true, force: true }));

  beforeAll(() => {
    // The verb starts what is called so.
    const program = (process.env['PATH'] ?? '')
      .split(':')
      .map((folder) => join(folder, command))
      .find((path) => existsSync(path))!;
    symlinkSync(program, join(programs, 'buildah'));
  });

  describe.concurrent('', () => {
    it.each(failures.filter(({ buildah }) => buildah !== undefined).map((each) => [each.what, each] as const))('%s', async (what, each) => {
      const definition = each.definition.replace('export default {', `export default { dockerfile: { for: 'buildah ${version}' },`);
      const env = { ...process.env, PATH: `${programs}:${process.env['PATH']}` };
      const {
        code: _,
        exitCode: _code,
        ...found
      } = await reported({ ...each, definition, what: `${command}-${what}` }, { options: ['--engine', 'buildah'], env });
      expect(found).toEqual({
        ...markedLine({ ...each.files, 'image.ts': definition }),
        origin: each.origin,
        message: matching(each.buildah === true ? each.message : each.buildah!),
      });
    });
  });
});

describeEngine('a failing build is blamed on', () => {
  beforeAll(() => {
    const folder = join(root, 'python');
    const [name, version] = PYTHON.split(':');
    write(folder, { 'image.json': JSON.stringify({ name, version, base: 'debian:bookworm-slim', apt: ['python3', 'python3-venv'] }) });
    imagewright(['build', '--quiet'], folder);
  });

  afterAll(() => {
    rmSync(root, { recursive: true, force: true });
    docker(['rmi', '-f', PYTHON]);
  });

  describe.concurrent('', () => {
    it.each([...packageFailures, ...failures].map((each) => [each.what, each] as const))('%s', async (_, each) => {
      expect(await reported(each)).toEqual({
        code: 1,
        exitCode: 1,
        ...markedLine({ ...each.files, 'image.ts': each.definition }),
        origin: each.origin,
        message: matching(each.message),
      });
    });
  });
});

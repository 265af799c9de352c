/** Builds that fail, of each kind: what is reported is the line of image.ts that is to blame. */

import { execFile } from 'node:child_process';
import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
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

function build(folder: string): Promise<{ readonly code: number; readonly stdout: string }> {
  return new Promise((resolve) => {
    const child = execFile(process.execPath, [cli, 'build', '--json', '--quiet'], { cwd: folder, maxBuffer: 1 << 28 }, (_, stdout) =>
      resolve({ code: child.exitCode ?? -1, stdout }),
    );
  });
}

async function reported({ what, definition, files }: FailingBuild) {
  const folder = join(root, what.replaceAll(/\W+/g, '-'));
  write(folder, { ...files, 'image.ts': definition });
  const { code, stdout } = await build(folder);
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

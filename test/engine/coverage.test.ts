/**
 * Every row of the tables of the Dockerfile language, written and read back by the engine: each definition gives exactly its lines, and the image, or what the
 * engine says, shows that they were read so. docs/coverage.md is made of the same cases.
 */

import { execFileSync, spawn, type ChildProcess } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer as createSocket, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { compile } from '../../src/pipeline.js';
import type { ImageDefinition } from '../../src/spec/types.js';
import { describeEngine, docker, engineVersion } from '../support/engine.js';
import { COMMIT, contextFiles, DIGEST, DOWNLOAD, instructionCases, type InstructionCase } from '../support/instruction-cases.js';
import { serve, type Served } from '../support/serve.js';

/** Of this run alone: another may go on beside it. */
const IMAGE = `coverage-test:${process.pid}`;

function compiled({ definition }: InstructionCase): { readonly dockerfile: string; readonly dockerignore: string } {
  const result = compile({ base: 'debian:bookworm-slim', ...definition } as ImageDefinition, { comments: false });
  if (!result.ok) throw new Error(result.diagnostics.map(({ message }) => message).join('\n'));
  return result;
}

/** Lines in their order, whatever stands between. */
function missing(dockerfile: string, emitted: string): readonly string[] {
  const lines = dockerfile.split('\n');
  let from = 0;
  return emitted.split('\n').filter((line) => {
    const index = lines.indexOf(line, from);
    if (index >= 0) from = index + 1;
    return index < 0;
  });
}

it('has each row once', () => {
  const rows = instructionCases.map(({ row }) => row);
  expect(rows.filter((row, index) => rows.indexOf(row) !== index)).toEqual([]);
});

describe('each row becomes its lines', () => {
  it.each(instructionCases.map((each) => [each.row, each] as const))('%s', (_, each) => {
    expect(missing(compiled(each).dockerfile, each.emitted)).toEqual([]);
  });
});

describeEngine('the engine reads each row back', () => {
  const context = mkdtempSync(join(tmpdir(), 'coverage-'));
  const given = { ...contextFiles, 'archived/tide.txt': 'tide\n', 'more/x.txt': 'more\n', 'repository/docs/one.txt': 'one\n' };
  let downloads: Served;
  let git: ChildProcess;
  let hosts: Readonly<Record<string, string>>;

  beforeAll(async () => {
    for (const [path, text] of Object.entries(given)) {
      mkdirSync(dirname(join(context, path)), { recursive: true });
      writeFileSync(join(context, path), text);
    }
    execFileSync('tar', ['-cf', join(context, 'tide.tar'), '-C', join(context, 'archived'), 'tide.txt']);
    downloads = await serve(DOWNLOAD);
    const commit = makeRepository(join(context, 'repository'));
    const port = await freePort();
    git = spawn('git', ['daemon', '--export-all', '--reuseaddr', '--listen=127.0.0.1', `--port=${port}`, `--base-path=${context}`], {
      stdio: 'ignore',
    });
    await untilAnswers(`git://127.0.0.1:${port}/tide.git`);
    hosts = {
      'https://downloads.example.org': downloads.url,
      'https://git.example.org': `git://127.0.0.1:${port}`,
      [COMMIT]: commit,
      [DIGEST]: docker(['image', 'inspect', '--format', '{{index .RepoDigests 0}}', 'debian:bookworm-slim']).trim().replace(/.*@/, ''),
    };
  });

  afterAll(() => {
    downloads.stop();
    git.kill();
    docker(['image', 'rm', '--force', IMAGE]);
    rmSync(context, { recursive: true, force: true });
  });

  function build(each: InstructionCase, more: readonly string[]): string {
    const { dockerfile, dockerignore } = compiled(each);
    const text = Object.entries(hosts).reduce((result, [from, to]) => result.replaceAll(from, to), dockerfile);
    const file = join(context, 'Probe');
    writeFileSync(file, text);
    writeFileSync(`${file}.dockerignore`, dockerignore);
    const options = (each.options ?? []).map((word) => word.replace('MORE', join(context, 'more')));
    return docker(['build', '--quiet', '--file', file, ...options, ...more, context], { env: { ...process.env, I_WORD: 'word' } });
  }

  /** The base is not to be had here: another stands in for it. */
  function check(each: InstructionCase): string {
    const [, image = ''] = /^FROM (\S+)$/m.exec(compiled(each).dockerfile) ?? [];
    const { dockerfile } = compiled(each);
    const file = join(context, 'Probe');
    writeFileSync(file, dockerfile);
    return docker(['build', '--check', '--file', file, '--build-context', `${image}=docker-image://debian:bookworm-slim`, context]);
  }

  it.each(instructionCases.map((each) => [each.row, each] as const))('%s', (_, each) => {
    const { shown } = each;
    if ('check' in shown) return expect(check(each)).toContain('no warnings found');
    if ('refused' in shown && isOlderThanFlag()) return expect(() => build(each, [])).toThrow(shown.refused);
    build(each, ['--tag', IMAGE]);
    if ('refused' in shown) return undefined;
    if ('script' in shown) return expect(docker(['run', '--rm', '--entrypoint', '/bin/sh', IMAGE, '-c', shown.script])).toBe(shown.prints);
    const [{ Config }] = JSON.parse(docker(['image', 'inspect', IMAGE])) as [{ Config: Record<string, unknown> }];
    const asked = Object.keys(shown.config);
    return expect(Object.fromEntries(asked.map((key) => [key, Config[key] ?? null]))).toEqual(shown.config);
  });
});

/** 29 brings the frontend 1.20, in which `--parents` and `--security` are stable. */
function isOlderThanFlag(): boolean {
  return Number.parseInt(engineVersion ?? '0', 10) < 29;
}

/** Bare, beside its working folder, with one tag; always the same commit. */
function makeRepository(folder: string): string {
  const when = '2024-01-01T00:00:00Z';
  const env = { ...process.env, GIT_AUTHOR_DATE: when, GIT_COMMITTER_DATE: when, GIT_CONFIG_GLOBAL: '/dev/null', GIT_CONFIG_SYSTEM: '/dev/null' };
  const ask = (...words: readonly string[]) =>
    execFileSync('git', ['-C', folder, ...words], { encoding: 'utf8', env, stdio: ['ignore', 'pipe', 'ignore'] });
  ask('init', '--initial-branch=main');
  ask('add', '.');
  ask('-c', 'user.name=tide', '-c', 'user.email=tide@example.org', 'commit', '--message=one');
  ask('tag', 'v1');
  ask('clone', '--bare', '.', join(dirname(folder), 'tide.git'));
  return ask('rev-parse', 'HEAD').trim();
}

async function freePort(): Promise<number> {
  const socket = createSocket();
  await new Promise<void>((ready) => socket.listen(0, '127.0.0.1', ready));
  const { port } = socket.address() as AddressInfo;
  await new Promise((closed) => socket.close(closed));
  return port;
}

async function untilAnswers(url: string): Promise<void> {
  for (let attempt = 0; ; attempt += 1) {
    try {
      execFileSync('git', ['ls-remote', url], { stdio: 'ignore' });
      return;
    } catch (error) {
      if (attempt === 50) throw error;
      await new Promise((later) => setTimeout(later, 100));
    }
  }
}

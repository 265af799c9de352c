/**
 * What the cases of instruction-cases.ts are built in: their context, and servers in the place of those that they name.
 */

import { execFileSync, spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer as createSocket, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { compile, type Compiled } from '../../src/pipeline.js';
import type { ImageDefinition, PartialDefinition } from '../../src/spec/types.js';
import { COMMIT, contextFiles, DIGEST, DOWNLOAD, type InstructionCase } from './instruction-cases.js';
import { serve } from './serve.js';

export interface InstructionContext {
  readonly folder: string;
  /** The Dockerfile of a case with what is there; `digest` is that of the base, as the builder has it. */
  write(name: string, compiled: Extract<Compiled, { ok: true }>, digest: string): string;
  /** Words for the builder that a case asks for. */
  options(words: readonly string[] | undefined): readonly string[];
  stop(): void;
}

/** What the cases' options take from the environment. */
export const caseEnvironment: NodeJS.ProcessEnv = { ...process.env, I_WORD: 'word' };

/** A case as the compiler takes it, for a target or for none. */
export function compileCase({ definition }: InstructionCase, dockerfile?: PartialDefinition['dockerfile']): Compiled {
  const target = dockerfile === undefined ? {} : { dockerfile };
  return compile({ base: 'debian:bookworm-slim', ...definition, ...target } as ImageDefinition, { comments: false });
}

export async function startInstructionContext(): Promise<InstructionContext> {
  const folder = mkdtempSync(join(tmpdir(), 'coverage-'));
  writeContext(folder);
  const commit = makeRepository(join(folder, 'repository'));
  const downloads = await serve(DOWNLOAD);
  const port = await freePort();
  const git = spawn('git', ['daemon', '--export-all', '--reuseaddr', '--listen=127.0.0.1', `--port=${port}`, `--base-path=${folder}`], {
    stdio: 'ignore',
  });
  await untilAnswers(`git://127.0.0.1:${port}/tide.git`);
  const agent = await listen(join(folder, 'agent'));
  const there = { 'https://downloads.example.org': downloads.url, 'https://git.example.org': `git://127.0.0.1:${port}`, [COMMIT]: commit };
  return {
    folder,
    write: (name, { dockerfile, dockerignore }, digest) => {
      const file = join(folder, name);
      writeFileSync(
        file,
        Object.entries({ ...there, [DIGEST]: digest }).reduce((text, [from, to]) => text.replaceAll(from, to), dockerfile),
      );
      writeFileSync(`${file}.dockerignore`, dockerignore);
      return file;
    },
    options: (words = []) => words.map((word) => word.replace('MORE', join(folder, 'more')).replace('AGENT', agent.path)),
    stop: () => {
      downloads.stop();
      git.kill();
      agent.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

function writeContext(folder: string): void {
  const given = { ...contextFiles, 'archived/tide.txt': 'tide\n', 'more/x.txt': 'more\n', 'repository/docs/one.txt': 'one\n' };
  for (const [path, text] of Object.entries(given)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  execFileSync('tar', ['-cf', join(folder, 'tide.tar'), '-C', join(folder, 'archived'), 'tide.txt']);
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

/** In the place of an agent with keys: nothing is asked of it. */
async function listen(path: string): Promise<{ readonly path: string; readonly stop: () => void }> {
  const socket = createSocket();
  await new Promise<void>((ready) => socket.listen(path, ready));
  return { path, stop: () => void socket.close() };
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

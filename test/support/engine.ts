/**
 * For tests that need a real Docker engine: `describeEngine` runs them where one answers and has buildx, fails in CI where none does, and skips them elsewhere, saying why.
 */

import { execFileSync } from 'node:child_process';
import { describe, it } from 'vitest';

function probe(): string | undefined {
  try {
    const ask = (...words: readonly string[]) => execFileSync('docker', words, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }).trim();
    ask('buildx', 'version');
    return ask('version', '--format', '{{.Server.Version}}');
  } catch {
    return undefined;
  }
}

/** Version of the engine that answers; undefined when there is none that can build. */
export const engineVersion = probe();

export function describeEngine(title: string, tests: () => void): void {
  if (engineVersion !== undefined) describe(title, tests);
  else if (process.env.CI) {
    it(title, () => {
      throw new Error('no Docker engine with buildx answers, and in CI the engine tests must run: bring one up with .ci/engine');
    });
  } else describe.skip(`${title} (skipped: no Docker engine answers "docker version" and "docker buildx version")`, tests);
}

/** Runs `docker` and returns its stdout; throws with its stderr when it fails. */
export function docker(args: readonly string[], options: { cwd?: string; input?: string; env?: NodeJS.ProcessEnv } = {}): string {
  return execFileSync('docker', [...args], {
    encoding: 'utf8',
    maxBuffer: 1 << 28,
    stdio: [options.input === undefined ? 'ignore' : 'pipe', 'pipe', 'pipe'],
    ...options,
  });
}

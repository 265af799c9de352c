/**
 * For tests that need a real Buildah: `describeBuildah` runs them with each of those that .ci/buildah brings up, fails in CI where one is missing, and skips them
 * elsewhere, saying why.
 */

import { execFile, execFileSync } from 'node:child_process';
import { promisify } from 'node:util';
import { describe, it } from 'vitest';

export interface Buildah {
  readonly command: string;
  /** As `{ for: 'buildah …' }` has it. */
  readonly version: `1.${number}`;
}

/** Debian testing's, and that of the machine's own release. */
const COMMANDS = ['buildah', 'buildah-stable'] as const;

/** One without the tests' base in its store is not ready: somebody else's, say. */
function probe(command: string): Buildah | undefined {
  try {
    const ask = (...words: readonly string[]) => execFileSync(command, words, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] });
    const version = ask('--version');
    ask('inspect', '--type', 'image', 'debian:bookworm-slim');
    return { command, version: `1.${Number(/ 1\.(\d+)\./.exec(version)?.[1])}` };
  } catch {
    return undefined;
  }
}

export function describeBuildah(title: string, tests: (buildah: Buildah) => void): void {
  describe.each(COMMANDS)(`%s: ${title}`, (command) => {
    const found = probe(command);
    if (found !== undefined) tests(found);
    else if (process.env.CI) {
      it(title, () => {
        throw new Error(`no ${command} has debian:bookworm-slim in its store, and in CI the tests of Buildah must run: bring it up with .ci/buildah`);
      });
    } else it.skip(`${title} (skipped: no ${command} has debian:bookworm-slim in its store; .ci/buildah brings it up)`);
  });
}

const execute = promisify(execFile);

/** Runs it and returns its stdout; throws with its stderr when it fails. */
export async function runBuildah({ command }: Buildah, args: readonly string[], env: NodeJS.ProcessEnv = process.env): Promise<string> {
  const { stdout } = await execute(command, [...args], { encoding: 'utf8', maxBuffer: 1 << 28, env });
  return stdout;
}

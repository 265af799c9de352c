/**
 * engineChecker(): gives what asks an engine what its builder finds in an image's Dockerfile: `docker build --check`. Nothing is built, and nothing of the project's is
 * written: the Dockerfile that it would have, and its ignore file, stand in a folder of their own meanwhile.
 */

import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Diagnostic } from '../../diagnostics.js';
import { ask, type Answer } from '../../engine/ask.js';
import { engines, type EngineName } from '../../engine/index.js';
import type { Engine } from '../../engine/engine.js';
import { chooseBuilder } from '../choose-builder.js';
import type { EngineChoice } from '../choose-engine.js';
import { CliError } from '../cli-error.js';
import { isLegacy } from '../is-legacy.js';
import type { ProjectImage } from '../project.js';
import { checkedDiagnostics, readReport, type CheckReport } from './check-report.js';

/** The base is asked for at its registry. */
const SECONDS = 120;

/** Is given what the rules have found, and the folder of the definition. */
export type EngineChecker = (image: ProjectImage, ours: readonly Diagnostic[], folder: string) => Promise<readonly Diagnostic[]>;

/** `wanted`: undefined: docker. */
export function engineChecker(wanted: EngineName = 'docker'): EngineChecker {
  const engine: Engine = engines[wanted];
  if (engine.checkArguments === undefined) {
    const message = `${engine.name} has no check of Dockerfiles; that is of Docker's BuildKit`;
    throw new CliError({ code: 'no-engine-check', message, hint: 'leave out --engine, or --engine-check' });
  }
  return async (image, ours, folder) => {
    if (isLegacy(image.compiled.spec)) {
      const message = `"${image.name}" is for the builder without BuildKit, which has no check of Dockerfiles`;
      throw new CliError({ code: 'no-engine-check', message, hint: 'leave out --engine-check' });
    }
    const report = await check(await chooseBuilder(wanted, [image]), image, folder);
    return checkedDiagnostics(report, image, ours);
  };
}

async function check(choice: EngineChoice, { compiled }: ProjectImage, cwd: string): Promise<CheckReport> {
  const draft = mkdtempSync(join(tmpdir(), 'imagewright-check-'));
  try {
    const file = join(draft, 'Dockerfile');
    writeFileSync(file, compiled.dockerfile);
    writeFileSync(`${file}.dockerignore`, compiled.dockerignore);
    const contexts = compiled.spec.contexts.flatMap(({ name, value }) => (value === undefined ? [] : [`${name}=${value}`]));
    const options = { file, target: compiled.program.target, contexts, context: compiled.spec.context?.value ?? '.' };
    const answer = await ask(choice.program, choice.engine.checkArguments!(options), { cwd, seconds: SECONDS });
    return readReport(answer.stdout) ?? fail(choice, answer);
  } finally {
    rmSync(draft, { recursive: true, force: true });
  }
}

function fail({ engine }: EngineChoice, { exitCode, stderr }: Answer): never {
  const last = stderr.trim().split('\n').at(-1) ?? '';
  if (/unknown flag: --call/.test(stderr)) {
    const message = `${engine.name}'s builder is too old to check Dockerfiles: ${last}`;
    throw new CliError({ code: 'no-engine-check', message, hint: 'buildx 0.16 or newer does, with Docker 27 or newer' });
  }
  const message = `${engine.name} ended with ${exitCode ?? 'no exit code'}: ${last}`;
  throw new CliError({
    code: 'engine-failed',
    message,
    hint: '"imagewright doctor" tells whether it answers',
    ...(exitCode === undefined ? {} : { exitCode }),
  });
}

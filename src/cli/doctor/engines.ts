/**
 * checkEngines(): which engines are installed, and whether they answer and can build. None is a finding; one that is not asked for and not installed is not.
 */

import type { Engine } from '../../engine/engine.js';
import { findProgram } from '../../engine/find-program.js';
import { engines, type EngineName } from '../../engine/index.js';
import type { Check } from './check.js';
import { engineRemedy } from './engine-remedy.js';

export async function checkEngines(wanted: EngineName | undefined): Promise<readonly Check[]> {
  const candidates = wanted === undefined ? Object.values<Engine>(engines) : [engines[wanted]];
  const installed = candidates.flatMap((engine) => {
    const program = findProgram(engine.command, process.env);
    return program === undefined ? [] : [{ engine, program }];
  });
  if (installed.length === 0) {
    const hint =
      candidates.length === 1 ? candidates[0]!.website : `install Docker (${engines.docker.website}) or Podman (${engines.podman.website})`;
    return [{ subject: 'engine', message: `${candidates.map((engine) => engine.name).join(', ')}: not installed`, hint }];
  }
  return Promise.all(installed.map(({ engine, program }) => checkEngine(engine, program)));
}

async function checkEngine(engine: Engine, program: string): Promise<Check> {
  const subject = `engine ${engine.name}`;
  const { ask } = await import('../../engine/ask.js');
  const { exitCode, stdout, stderr } = await ask(program, engine.versionArguments);
  if (exitCode === 0) return checkBuilder({ subject, message: firstLine(stdout).replace(/^Version:\s*/, '') }, engine, program);
  const said = firstLine(stderr) || 'no answer';
  return { subject, message: `it does not answer: ${said}`, hint: engineRemedy(said, engine, process.env) };
}

function firstLine(text: string): string {
  return text.trim().split('\n')[0]!.trim();
}

/** An engine that answers, but cannot build what imagewright writes, is a finding; an old builder that can is none. */
async function checkBuilder(answer: Check, engine: Engine, program: string): Promise<Check> {
  const { builder, buildStream } = engine;
  if (builder === undefined) return answer;
  const { ask } = await import('../../engine/ask.js');
  const { exitCode, stdout } = await ask(program, builder.versionArguments);
  const { subject, message } = answer;
  if (exitCode !== 0) return { subject, message: `${message}, without ${builder.name}, which "imagewright build" needs`, hint: builder.remedy };
  const isOld = buildStream(stdout, false).format !== 'rawjson';
  return isOld ? { subject, message: `${message}; its ${builder.name} is older than 0.13, and tells of builds in plain text only` } : answer;
}

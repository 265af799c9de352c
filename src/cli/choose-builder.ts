/**
 * chooseBuilder(): the engine that builds, once it is sure that it can: an old `docker build` does not understand the Dockerfile, and would say so only at
 * the first instruction that it does not know.
 */

import type { EngineName } from '../engine/index.js';
import { chooseEngine, type EngineChoice } from './choose-engine.js';
import { CliError } from './cli-error.js';
import { isLegacy } from './is-legacy.js';
import type { ProjectImage } from './project.js';

/** An engine with a builder without BuildKit needs no other where all images are for that. */
export async function chooseBuilder(wanted: EngineName | undefined, images: readonly ProjectImage[]): Promise<EngineChoice> {
  const choice = chooseEngine(wanted, 'build');
  const { name, builder, legacyEnvironment } = choice.engine;
  if (builder === undefined || (legacyEnvironment !== undefined && images.every(({ compiled }) => isLegacy(compiled.spec)))) return choice;
  const { ask } = await import('../engine/ask.js');
  const { exitCode, stdout } = await ask(choice.program, builder.versionArguments);
  if (exitCode === 0) return { ...choice, builder: stdout };
  const message = `${name} is here without ${builder.name}, which builds; ${builder.remedy}, or choose another engine with --engine`;
  throw new CliError({ code: 'no-builder', message });
}

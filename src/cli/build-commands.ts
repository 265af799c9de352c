/**
 * buildCommands(): the commands that build the images of a project, one after the other, by an engine.
 *
 *     docker build -f Dockerfile -t word_count:0.1 -- .
 *     env DOCKER_BUILDKIT=0 docker build …                  where an image is for the legacy builder, and the engine has it
 */

import type { BuildOptions, Engine } from '../engine/engine.js';
import { isLegacy } from './is-legacy.js';
import type { ProjectImage } from './project.js';

export interface BuildCommand {
  readonly arguments: readonly string[];
  /** Beside that of the process. */
  readonly env: Readonly<Record<string, string>>;
  /** As it would be typed. */
  readonly words: readonly string[];
  /** What it builds; undefined where it does something else: a push. */
  readonly image?: ProjectImage;
}

export function buildCommands(
  images: readonly ProjectImage[],
  engine: Engine,
  optionsOf: (image: ProjectImage) => BuildOptions,
): readonly BuildCommand[] {
  return images.flatMap((image) => {
    const env = (isLegacy(image.compiled.spec) ? engine.legacyEnvironment : undefined) ?? {};
    const settings = Object.entries(env).map(([name, value]) => `${name}=${value}`);
    const before = settings.length === 0 ? [] : ['env', ...settings];
    return engine.buildArguments(optionsOf(image)).map((list) => {
      const words = [...before, engine.command, ...list];
      return { arguments: list, env, words, ...(list[0] === 'build' ? { image } : {}) };
    });
  });
}

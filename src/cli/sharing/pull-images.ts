/**
 * pullImages(): the verb `pull`: the project's images from their registries, each by its first name, or those that are given.
 */

import type { Engine } from '../../engine/engine.js';
import type { EngineName } from '../../engine/index.js';
import { imageReferenceFault } from '../../spec/check/images.js';
import { checkPlatforms } from '../check-tags.js';
import { chooseEngine, planEngine } from '../choose-engine.js';
import { CliError } from '../cli-error.js';
import type { Output } from '../output.js';
import { attemptAll, printSteps, type Step } from './attempt-all.js';
import { openBuilt, requireFittingNames, tagsOf, type ProjectRequest } from './image-names.js';
import { registryOf } from './registry-of.js';

export interface PullRequest extends ProjectRequest {
  readonly subjects: readonly string[];
  readonly platform: string | undefined;
  readonly engine: EngineName | undefined;
  readonly 'dry-run': boolean;
  readonly afterDashes: readonly string[];
}

export async function pullImages(request: PullRequest, output: Output): Promise<number> {
  if (request.platform !== undefined) checkPlatforms([request.platform]);
  const names = request.subjects.length > 0 ? givenNames(request.subjects) : await projectNames(request, output);
  const stepsBy = (engine: Engine) => names.map((name) => stepOf(name, engine, request));
  if (request['dry-run']) {
    const engine = planEngine(request.engine, 'build');
    return printSteps(engine.command, stepsBy(engine), output);
  }
  const choice = chooseEngine(request.engine, 'build');
  return attemptAll(choice, stepsBy(choice.engine), output, (images) => ({ pulled: images }));
}

/** Any image may be asked for, by a digest too. */
function givenNames(names: readonly string[]): readonly string[] {
  for (const name of names) {
    const fault = imageReferenceFault(name);
    if (fault !== undefined) throw new CliError(fault);
  }
  return names;
}

/** Without a registry or a user it would be somebody else's image of that name. */
async function projectNames(request: ProjectRequest, output: Output): Promise<readonly string[]> {
  const project = await openBuilt(request, output);
  const firstOf = (image: Parameters<typeof tagsOf>[0]) => tagsOf(image).slice(0, 1);
  await requireFittingNames(project, firstOf);
  return project.images.flatMap(firstOf);
}

function stepOf(name: string, { sharing }: Engine, { platform, afterDashes }: PullRequest): Step {
  const attempt = { verb: 'pull', registry: registryOf(name), name } as const;
  return { attempt, announced: true, arguments: sharing.pullArguments({ name, platform, extra: afterDashes }) };
}

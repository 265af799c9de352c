/**
 * pushImages(): the verb `push`: all names of the project's images, or the names that are given, to their registries. Whether they fit, and whether the images are there, is known before
 * the first is pushed.
 */

import type { Engine } from '../../engine/engine.js';
import type { EngineName } from '../../engine/index.js';
import { chooseEngine, planEngine } from '../choose-engine.js';
import type { Output } from '../output.js';
import { requireImage } from '../require-image.js';
import { attemptAll, printSteps, type Step } from './attempt-all.js';
import { openBuilt, requireFitting, requireFittingNames, tagsOf, type ProjectRequest } from './image-names.js';
import { registryOf } from './registry-of.js';

export interface PushRequest extends ProjectRequest {
  readonly subjects: readonly string[];
  readonly engine: EngineName | undefined;
  readonly 'dry-run': boolean;
  readonly afterDashes: readonly string[];
}

interface Pushed {
  readonly name: string;
  /** Whether it was built for several platforms. */
  readonly isIndex: boolean;
}

export async function pushImages(request: PushRequest, output: Output): Promise<number> {
  const pushed = request.subjects.length > 0 ? givenNames(request.subjects) : await projectNames(request, output);
  const stepsBy = (engine: Engine) => pushed.map((each) => stepOf(each, engine, request.afterDashes));
  if (request['dry-run']) {
    const engine = planEngine(request.engine, 'build');
    return printSteps(engine.command, stepsBy(engine), output);
  }
  const choice = chooseEngine(request.engine, 'build');
  for (const { name } of pushed) await requireImage(choice, name);
  return attemptAll(choice, stepsBy(choice.engine), output, (images) => ({ pushed: images }));
}

function givenNames(names: readonly string[]): readonly Pushed[] {
  requireFitting(names);
  return names.map((name) => ({ name, isIndex: false }));
}

async function projectNames(request: ProjectRequest, output: Output): Promise<readonly Pushed[]> {
  const project = await openBuilt(request, output);
  await requireFittingNames(project, tagsOf);
  return project.images.flatMap((image) => tagsOf(image).map((name) => ({ name, isIndex: image.compiled.spec.platforms.length > 1 })));
}

function stepOf({ name, isIndex }: Pushed, { sharing }: Engine, extra: readonly string[]): Step {
  const attempt = { verb: 'push', registry: registryOf(name), name } as const;
  return { attempt, announced: true, arguments: sharing.pushArguments({ name, isIndex, extra }) };
}

/**
 * tagImage(): the verb `tag`: a further name for the project's image, or for another.
 *
 *     imagewright tag ada/tides:1              docker tag -- tides:0.1 ada/tides:1
 *     imagewright tag tides:0.1 ada/tides:1    the same
 */

import type { EngineName } from '../../engine/index.js';
import { tagFault } from '../check-tags.js';
import { chooseEngine, planEngine } from '../choose-engine.js';
import { CliError } from '../cli-error.js';
import { onlyImage } from '../only-image.js';
import type { Output } from '../output.js';
import { requireImage } from '../require-image.js';
import { attemptAll, printSteps } from './attempt-all.js';
import { openBuilt, tagsOf, type ProjectRequest } from './image-names.js';

export interface TagRequest extends ProjectRequest {
  /** The new name, or an image and the new name. */
  readonly subjects: readonly string[];
  readonly engine: EngineName | undefined;
  readonly 'dry-run': boolean;
}

export async function tagImage(request: TagRequest, output: Output): Promise<number> {
  const [first, second, ...more] = request.subjects;
  if (first === undefined || more.length > 0) {
    const message = first === undefined ? 'tag wants the new name' : 'tag wants the new name, or an image and its new name';
    throw new CliError({ code: 'usage', message, hint: 'imagewright tag youruser/word_count:0.1' });
  }
  const to = second ?? first;
  const fault = tagFault(to);
  if (fault !== undefined) throw new CliError({ ...fault, code: 'bad-tag' });
  const from = second === undefined ? tagsOf(onlyImage(await openBuilt(request, output), '--name'))[0]! : first;
  const stepsBy = (engine: ReturnType<typeof planEngine>) => [
    { attempt: { verb: 'tag', registry: undefined, name: to } as const, announced: false, arguments: engine.sharing.tagArguments(from, to) },
  ];
  if (request['dry-run']) {
    const engine = planEngine(request.engine, 'build');
    return printSteps(engine.command, stepsBy(engine), output);
  }
  const choice = chooseEngine(request.engine, 'build');
  await requireImage(choice, from);
  const exitCode = await attemptAll(choice, stepsBy(choice.engine), output, () => ({ image: from, name: to }));
  if (exitCode === 0) output.note(`${from} is ${to} too`);
  return exitCode;
}

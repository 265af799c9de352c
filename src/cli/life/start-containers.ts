/** startContainers(): the verb `start`: containers of the project that have ended go on; with `-a` or `-i` one of them here, and its exit code is ours. */

import { chooseEngine, type EngineChoice } from '../choose-engine.js';
import { CliError } from '../cli-error.js';
import type { Output } from '../output.js';
import { runEngine } from '../run-engine.js';
import { chooseContainers } from './choose-containers.js';
import { containersOf } from './containers-of.js';
import type { NamesRequest } from './life-options.js';
import { nothingToDo } from './nothing-to-do.js';
import { projectOf, type LifeProject } from './project-of.js';
import { runOn } from './run-on.js';
import { storedContainers } from './stored.js';

export interface StartRequest extends NamesRequest {
  readonly attach: boolean;
  readonly interactive: boolean;
}

export async function startContainers(request: StartRequest, output: Output): Promise<number> {
  const { attach, interactive, afterDashes: extra } = request;
  const project = await projectOf(request);
  const choice = chooseEngine(request.engine, 'run');
  const meant = { meant: ({ running }: { readonly running: boolean }) => !running, adjective: 'stopped' };
  const chosen = await chooseContainers(choice, project, { ...request, verb: 'start', ...meant });
  if (chosen.length === 0) return nothingToDo(`no container of ${project.title} is stopped`, { choice, what: 'containers' }, output);
  const names = chosen.map(({ name }) => name);
  const list = containersOf(choice).startArguments({ names, attach: attach || interactive, interactive, extra });
  if (!attach && !interactive) return runOn(choice, list, { containers: names }, output);
  if (names.length > 1)
    throw new CliError({
      code: 'usage',
      message: `${attach ? '-a' : '-i'} is of one container, not of ${names.join(', ')}`,
      hint: 'start them one by one',
    });
  const exitCode = await attached(choice, { list, project, name: names[0]! }, output);
  output.result({ ok: exitCode === 0, engine: choice.engine.name, command: [choice.engine.command, ...list], containers: names, exitCode });
  return exitCode;
}

interface Attached {
  readonly list: readonly string[];
  readonly project: LifeProject;
  readonly name: string;
}

/** Milliseconds that a container has to end by itself. */
const PATIENCE = 1000;

/** An engine may hand on Ctrl-C and not wait for what comes of it: a container that goes on is told. */
async function attached(choice: EngineChoice, { list, project, name }: Attached, output: Output): Promise<number> {
  let interrupted = false;
  const hear = () => void (interrupted = true);
  process.on('SIGINT', hear);
  const exitCode = await runEngine(choice, { arguments: list, cwd: process.cwd() }, output).finally(() => process.off('SIGINT', hear));
  if (interrupted) await new Promise((resolve) => setTimeout(resolve, PATIENCE));
  const goesOn = interrupted && (await storedContainers(choice, project)).some((container) => container.name === name && container.running);
  if (goesOn) output.note(`the container "${name}" goes on; "imagewright stop ${name}" ends it`);
  return exitCode;
}

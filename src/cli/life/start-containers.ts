/** startContainers(): the verb `start`: containers of the project that have ended go on; with `-a` or `-i` one of them here, and its exit code is ours. */

import { chooseEngine } from '../choose-engine.js';
import { CliError } from '../cli-error.js';
import type { Output } from '../output.js';
import { runEngine } from '../run-engine.js';
import { chooseContainers } from './choose-containers.js';
import { containersOf } from './containers-of.js';
import type { NamesRequest } from './life-options.js';
import { nothingToDo } from './nothing-to-do.js';
import { projectOf } from './project-of.js';
import { runOn } from './run-on.js';

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
  const exitCode = await runEngine(choice, { arguments: list, cwd: process.cwd() }, output);
  output.result({ ok: exitCode === 0, engine: choice.engine.name, command: [choice.engine.command, ...list], containers: names, exitCode });
  return exitCode;
}

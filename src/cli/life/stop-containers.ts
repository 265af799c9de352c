/** stopContainers(): the verb `stop`: running containers of the project end. */

import { chooseEngine } from '../choose-engine.js';
import { CliError } from '../cli-error.js';
import type { Output } from '../output.js';
import { chooseContainers } from './choose-containers.js';
import { containersOf } from './containers-of.js';
import type { NamesRequest } from './life-options.js';
import { nothingToDo } from './nothing-to-do.js';
import { projectOf } from './project-of.js';
import { runOn } from './run-on.js';

export async function stopContainers(request: NamesRequest & { readonly time: string | undefined }, output: Output): Promise<number> {
  if (request.time !== undefined && !/^\d+$/.test(request.time)) {
    throw new CliError({ code: 'usage', message: `--time "${request.time}" is no number of seconds`, hint: 'write it like 10' });
  }
  const project = await projectOf(request);
  const choice = chooseEngine(request.engine, 'run');
  const chosen = await chooseContainers(choice, project, { ...request, verb: 'stop', meant: ({ running }) => running, adjective: 'running' });
  if (chosen.length === 0) return nothingToDo(`no container of ${project.title} is running`, { choice, what: 'containers' }, output);
  const names = chosen.map(({ name }) => name);
  const list = containersOf(choice).stopArguments({ names, seconds: request.time, extra: request.afterDashes });
  return runOn(choice, list, { containers: names }, output);
}

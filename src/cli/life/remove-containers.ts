/** removeContainers(): the verb `rm`: containers of the project that have ended go; with `-f` those that run, too. */

import { chooseEngine } from '../choose-engine.js';
import { CliError } from '../cli-error.js';
import type { Output } from '../output.js';
import { chooseContainers } from './choose-containers.js';
import { containersOf } from './containers-of.js';
import type { NamesRequest } from './life-options.js';
import { nothingToDo } from './nothing-to-do.js';
import { projectOf } from './project-of.js';
import { runOn } from './run-on.js';

export async function removeContainers(request: NamesRequest & { readonly force: boolean }, output: Output): Promise<number> {
  const { force, afterDashes: extra } = request;
  const project = await projectOf(request);
  const choice = chooseEngine(request.engine, 'run');
  const chosen = await chooseContainers(choice, project, { ...request, verb: 'rm', meant: () => true });
  if (chosen.length === 0) return nothingToDo(`there is no container of ${project.title}`, { choice, what: 'containers' }, output);
  const running = chosen.filter((container) => container.running).map(({ name }) => name);
  if (running.length > 0 && !force) {
    const hint = `stop ${running.length === 1 ? 'it' : 'them'} first: imagewright stop ${running.join(' ')}; or remove with -f`;
    const message = running.length === 1 ? `the container "${running[0]}" is running` : `containers are running: ${running.join(', ')}`;
    throw new CliError({ code: 'container-running', message, hint });
  }
  const names = chosen.map(({ name }) => name);
  return runOn(choice, containersOf(choice).removeArguments({ names, force, extra }), { containers: names }, output);
}

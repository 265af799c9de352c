/** showLog(): the verb `logs`: what a container of the project has printed. */

import { chooseEngine } from '../choose-engine.js';
import { CliError } from '../cli-error.js';
import type { Output } from '../output.js';
import { chooseContainers } from './choose-containers.js';
import { containersOf } from './containers-of.js';
import type { LifeRequest } from './life-options.js';
import { projectOf } from './project-of.js';
import { runEngine } from '../run-engine.js';

export interface LogsRequest extends LifeRequest {
  readonly subject: string | undefined;
  readonly follow: boolean;
  readonly tail: string | undefined;
  readonly afterDashes: readonly string[];
}

export async function showLog(request: LogsRequest, output: Output): Promise<number> {
  const { subject, follow, tail, afterDashes: extra } = request;
  checkOptions(request, output);
  const project = await projectOf(request);
  const choice = chooseEngine(request.engine, 'run');
  const subjects = subject === undefined ? [] : [subject];
  const [container] = await chooseContainers(choice, project, { subjects, all: false, verb: 'logs', meant: () => true });
  const { name } = container!;
  const list = containersOf(choice).logsArguments({ name, follow, tail, extra });
  if (!output.json) return runEngine(choice, { arguments: list, cwd: process.cwd() }, output);
  const { ask } = await import('../../engine/ask.js');
  const { exitCode = 1, stdout, stderr } = await ask(choice.program, list);
  output.result({ ok: exitCode === 0, engine: choice.engine.name, container: name, stdout, stderr, exitCode });
  return exitCode;
}

function checkOptions({ follow, tail }: LogsRequest, output: Output): void {
  if (tail !== undefined && !/^\d+$|^all$/.test(tail)) {
    throw new CliError({ code: 'usage', message: `--tail "${tail}" is no number of lines`, hint: 'write it like 20' });
  }
  if (follow && output.json) {
    throw new CliError({ code: 'usage', message: '--json is told when a log ends, and --follow waits for more', hint: 'leave out one of them' });
  }
}

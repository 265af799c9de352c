/**
 * runContainer(): the container profile and the options of `run` → the engine's run, whose exit code is ours.
 *
 * Folders of the host are relative to the folder of the definition; a missing one is made by us, so that it belongs to the caller and not to root.
 */

import type { RunOptions } from '../engine/engine.js';
import type { EngineName } from '../engine/index.js';
import { chooseEngine, planEngine } from './choose-engine.js';
import { onlyImage } from './only-image.js';
import type { Output } from './output.js';
import { openProject } from './project.js';
import { requireImage } from './require-image.js';
import { foreignFiles } from './run/foreign-files.js';
import { makeFolders } from './run/make-folders.js';
import { refuseTaken } from './run/refuse-taken.js';
import { planRun } from './run/run-options.js';
import type { RunRequest } from './run/run-request.js';
import { runToEnd } from './run/run-to-end.js';
import { shellQuoted } from './shell-quoted.js';

export async function runContainer(request: RunRequest, output: Output): Promise<number> {
  const project = await openProject({ file: request.subject, verb: 'run', name: request.image, arg: request.arg }, output);
  const { options, folders } = planRun(project.folder, onlyImage(project, '--image'), request);
  if (request['dry-run']) return printCommand(options, request.engine, output);
  const choice = chooseEngine(request.engine, 'run');
  await requireImage(choice, options.image);
  await refuseTaken(choice, options);
  makeFolders(folders);
  let container: string | undefined;
  // What an engine prints of a container in the background is its id, and nothing else.
  const hear = options.detach && output.json ? { hear: (stdout: string) => void (container = stdout.trim()) } : {};
  const exitCode = await runToEnd(choice, options, { cwd: project.folder, ...hear, output });
  const foreign = options.detach ? undefined : foreignFiles(folders);
  if (foreign !== undefined) output.note(foreign);
  const { name: engine, command } = choice.engine;
  const list = [command, ...(choice.engine.runArguments?.(options) ?? [])];
  output.result({ ok: exitCode === 0, engine, command: list, ...(container && exitCode === 0 ? { container } : {}), exitCode });
  return exitCode;
}

function printCommand(options: RunOptions, wanted: EngineName | undefined, output: Output): number {
  const engine = planEngine(wanted, 'run');
  const list = [engine.command, ...(engine.runArguments?.(options) ?? [])];
  if (!output.json) output.answer(`${shellQuoted(list)}\n`);
  output.result({ ok: true, engine: engine.name, command: list });
  return 0;
}

/**
 * buildImages(): writes the generated files, then runs the engine's build of each image; the first failure ends it with the engine's exit code, and is
 * reported where image.ts asked for what failed.
 */

import type { Engine } from '../engine/engine.js';
import type { EngineName } from '../engine/index.js';
import { withoutKeys } from '../engine/without-keys.js';
import { buildCommands, type BuildCommand } from './build-commands.js';
import { buildOptions, imageTags, type BuildChoices } from './build-options.js';
import { buildOrder } from './build-order.js';
import { checkBuild } from './check-build.js';
import { checkPlatforms, checkTags } from './check-tags.js';
import { chooseBuilder } from './choose-builder.js';
import { planEngine, type EngineChoice } from './choose-engine.js';
import { CliError } from './cli-error.js';
import { asksForFacts } from './compile-loaded.js';
import type { Fault } from './fault.js';
import type { Output } from './output.js';
import { openProject, type Project, type ProjectOptions } from './project.js';
import { faultData, reportFaults } from './report.js';
import { chooseProgress, type progressKinds } from './progress/choose-progress.js';
import { shellQuoted } from './shell-quoted.js';
import { visible } from './visible.js';
import { writableFiles, writeAll } from './write-files.js';

export interface BuildRequest extends Omit<ProjectOptions, 'file' | 'verb'>, Omit<BuildChoices, 'revision' | 'name'> {
  readonly subject: string | undefined;
  readonly engine: EngineName | undefined;
  readonly progress: (typeof progressKinds)[number];
  readonly force: boolean;
  readonly 'dry-run': boolean;
  readonly watch: boolean;
}

export async function buildImages(request: BuildRequest, output: Output): Promise<number> {
  return request.watch ? (await import('./watch-built.js')).watchBuilt(request, buildOnce, output) : buildOnce(request, output);
}

/** `written`: is told when the files are written, and the engine is about to begin. */
export async function buildOnce(request: BuildRequest, output: Output, written?: (project: Project) => void): Promise<number> {
  checkTags(request.tag ?? []);
  checkPlatforms(request.platform ?? []);
  const progress = chooseProgress(request.progress, output);
  const opened = await openProject({ ...request, file: request.subject, verb: 'build' }, output);
  refuseSharedTag(request, opened);
  sayWhatElse(request, opened, output);
  const project = await checkBuild(opened, request, output);
  if (request['dry-run']) return printCommands(project, request, output);
  const files = await writeAll(project, { file: undefined, force: request.force }, output);
  written?.(project);
  const choice = await chooseBuilder(request.engine, project.images);
  const limits = await limitsOf(project, request, choice);
  reportFaults(limits, output);
  const { engine } = choice;
  const commands = await commandsOf(project, request, engine);
  const { runBuilds } = await import('./progress/run-builds.js');
  const { exitCode, faults } = await runBuilds(choice, { commands, project, progress, extra: request.afterDashes }, output);
  const missing = exitCode === 0 ? await missingIn(project, request, choice) : [];
  reportFaults(missing, output);
  const tags = project.images.flatMap((image) => imageTags(image, request));
  const words = commands.map((command) => withoutKeys(command.words));
  const diagnostics = [...project.warnings, ...limits, ...faults, ...missing].map(faultData);
  const result = { ok: exitCode === 0, files, engine: engine.name, commands: words, tags, exitCode, diagnostics };
  output.result(result);
  if (progress === 'json') output.answer(`${visible(JSON.stringify({ event: 'end', ...result }))}\n`);
  return exitCode;
}

/** What looks for libraries is loaded only where images were built. */
async function missingIn(project: Project, request: BuildRequest, choice: EngineChoice): Promise<readonly Fault[]> {
  const built = project.images.flatMap((image) =>
    imageTags(image, request)
      .slice(0, 1)
      .map((tag) => ({ ...image, tag })),
  );
  return (await import('./missing-libraries.js')).missingLibraries(built, choice, project.file);
}

/** Of the one builder that may be anything. */
async function limitsOf(project: Project, request: BuildRequest, { engine, program }: EngineChoice): Promise<readonly Fault[]> {
  if (engine.builder === undefined) return [];
  const { checkBuilder } = await import('./check-builder.js');
  return checkBuilder(
    program,
    project.images.map((image) => ({ image, options: buildOptions(project, image, { ...request, revision: undefined }) })),
  );
}

function refuseSharedTag({ tag, name }: BuildRequest, { images }: Project): void {
  if (tag === undefined || name !== undefined || images.length <= 1) return;
  const hint = `say which with --name: ${images.map(({ name }) => name).join(', ')}`;
  throw new CliError({ code: 'several-images', message: '-t names one image, and the definition file has several', hint });
}

function sayWhatElse({ name }: BuildRequest, { images }: Project, output: Output): void {
  if (name === undefined || images.length <= 1) return;
  const others = images.filter((image) => image.name !== name).map((image) => `"${image.name}"`);
  output.note(`"${name}" is made from ${others.join(' and ')}: built, too`);
}

/** What a build would do, or why it would not begin. */
async function printCommands(project: Project, request: BuildRequest, output: Output): Promise<number> {
  await writableFiles(project, { file: undefined, force: request.force });
  const engine = planEngine(request.engine, 'build');
  const commands = (await commandsOf(project, request, engine)).map(({ words }) => words);
  if (!output.json) output.answer(commands.map((list) => `${shellQuoted(list)}\n`).join(''));
  output.result({ ok: true, engine: engine.name, commands, diagnostics: project.warnings.map(faultData) });
  return 0;
}

async function commandsOf(project: Project, request: BuildRequest, engine: Engine): Promise<readonly BuildCommand[]> {
  const building = { ...request, revision: await revisionOf(project) };
  return buildCommands(buildOrder(project.images), engine, (image) => buildOptions(project, image, building));
}

/** Not in the Dockerfile, which would be stale in the commit that holds it. */
async function revisionOf({ folder, images }: Project): Promise<string | undefined> {
  return images.some(({ compiled }) => asksForFacts(compiled)) ? (await import('./project-facts.js')).revisionOf(folder) : undefined;
}

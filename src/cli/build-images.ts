/**
 * buildImages(): writes the generated files, then runs the engine's build of each image; the first failure ends it with the engine's exit code.
 */

import { relative } from 'node:path';
import type { BuildOptions, Engine } from '../engine/engine.js';
import type { EngineName } from '../engine/index.js';
import { buildCommands, type BuildCommand } from './build-commands.js';
import { buildOrder } from './build-order.js';
import { checkPlatforms, checkTags } from './check-tags.js';
import { chooseBuilder } from './choose-builder.js';
import { planEngine, type EngineChoice } from './choose-engine.js';
import { CliError } from './cli-error.js';
import { asksForFacts } from './compile-loaded.js';
import type { Fault } from './fault.js';
import { ignoreFile } from './ignore-file.js';
import { isLegacy } from './is-legacy.js';
import type { Output } from './output.js';
import { openProject, type Project, type ProjectImage, type ProjectOptions } from './project.js';
import { faultData, reportFaults } from './report.js';
import { refusePublishedSecrets } from './refuse-published-secrets.js';
import { runEngine } from './run-engine.js';
import { shellQuoted } from './shell-quoted.js';
import { writableFiles, writeAll } from './write-files.js';

const REVISION = 'org.opencontainers.image.revision';

export interface BuildRequest extends Omit<ProjectOptions, 'file' | 'verb'> {
  readonly subject: string | undefined;
  readonly engine: EngineName | undefined;
  readonly tag: readonly string[] | undefined;
  readonly platform: readonly string[] | undefined;
  readonly push: boolean;
  readonly load: boolean;
  readonly cache: boolean;
  readonly 'cache-from': readonly string[] | undefined;
  readonly 'cache-to': readonly string[] | undefined;
  readonly secret: readonly string[] | undefined;
  readonly force: boolean;
  readonly 'dry-run': boolean;
  readonly afterDashes: readonly string[];
}

export async function buildImages(request: BuildRequest, output: Output): Promise<number> {
  checkTags(request.tag ?? []);
  checkPlatforms(request.platform ?? []);
  refusePublishedSecrets(request.afterDashes);
  const project = await openProject({ ...request, file: request.subject, verb: 'build' }, output);
  refuseSharedTag(request, project);
  if (request['dry-run']) return printCommands(project, request, output);
  const files = await writeAll(project, { file: undefined, force: request.force }, output);
  const choice = await chooseBuilder(request.engine, project.images);
  const { engine } = choice;
  const commands = await commandsOf(project, request, engine);
  const exitCode = await runAll(commands, choice, project, output);
  const missing = exitCode === 0 ? await missingIn(project, request, choice) : [];
  reportFaults(missing, output);
  if (exitCode !== 0) output.problem(`${output.errorColors.red('error')}: ${engine.name} ended with ${exitCode}   (engine-failed)\n`);
  const tags = project.images.flatMap((image) => imageTags(image, request));
  output.result({
    ok: exitCode === 0,
    files,
    engine: engine.name,
    commands: commands.map(({ words }) => words),
    tags,
    exitCode,
    diagnostics: [...project.warnings, ...missing].map(faultData),
  });
  return exitCode;
}

/** Until one fails. */
async function runAll(commands: readonly BuildCommand[], choice: EngineChoice, { folder }: Project, output: Output): Promise<number> {
  for (const { words, ...command } of commands) {
    output.note(`running ${shellQuoted(words)}`);
    const exitCode = await runEngine(choice, { ...command, cwd: folder }, output);
    if (exitCode !== 0) return exitCode;
  }
  return 0;
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

function refuseSharedTag({ tag }: BuildRequest, { images }: Project): void {
  if (tag === undefined || images.length <= 1) return;
  const hint = `say which with --name: ${images.map(({ name }) => name).join(', ')}`;
  throw new CliError({ code: 'several-images', message: '-t names one image, and the definition file has several', hint });
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

interface Building extends BuildRequest {
  /** The commit that is built, where images are to say so. */
  readonly revision: string | undefined;
}

/** Not in the Dockerfile, which would be stale in the commit that holds it. */
async function revisionOf({ folder, images }: Project): Promise<string | undefined> {
  return images.some(({ compiled }) => asksForFacts(compiled)) ? (await import('./project-facts.js')).revisionOf(folder) : undefined;
}

function revisionLabels({ compiled }: ProjectImage, revision: string | undefined): readonly string[] {
  const isSaid = compiled.spec.stages.some(({ labels }) => labels.some(({ name }) => name === REVISION));
  return revision === undefined || isSaid || !asksForFacts(compiled) ? [] : [`${REVISION}=${revision}`];
}

function buildOptions(project: Project, image: ProjectImage, request: Building): BuildOptions {
  return {
    legacy: isLegacy(image.compiled.spec),
    file: relative(project.folder, image.dockerfile),
    ignoreFile: relative(project.folder, ignoreFile(image)),
    tags: imageTags(image, request),
    target: image.compiled.program.target,
    platforms: (request.platform ?? image.compiled.spec.platforms.map(({ value }) => value))
      .flatMap((list) => list.split(','))
      .filter((platform) => platform !== ''),
    push: request.push,
    load: request.load,
    cache: request.cache,
    cacheFrom: request['cache-from'] ?? [],
    cacheTo: request['cache-to'] ?? [],
    secrets: request.secret ?? [],
    labels: revisionLabels(image, request.revision),
    extra: request.afterDashes,
    contexts: image.compiled.spec.contexts.flatMap(({ name, value }) => (value === undefined ? [] : [`${name}=${value}`])),
    context: image.compiled.spec.context?.value ?? '.',
  };
}

function imageTags(image: ProjectImage, request: BuildRequest): readonly string[] {
  return request.tag ?? image.compiled.spec.tags.map((tag) => tag.value);
}

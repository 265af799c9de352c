/**
 * runBuilds(): the commands that build the images of a project, one after the other, until one fails; gives how it ended, and what of image.ts made it fail.
 */

import { withoutKeys } from '../../engine/without-keys.js';
import type { BuildCommand } from '../build-commands.js';
import type { EngineChoice } from '../choose-engine.js';
import { diagnoseFailure } from '../failure/diagnose-failure.js';
import { failureFaults } from '../failure/failure-faults.js';
import { keepOutput } from '../failure/keep-output.js';
import { warningFaults } from '../failure/warning-faults.js';
import type { Fault } from '../fault.js';
import { isLegacy } from '../is-legacy.js';
import type { Output } from '../output.js';
import type { Project, ProjectImage } from '../project.js';
import { reportFaults } from '../report.js';
import { runEngine } from '../run-engine.js';
import { shellQuoted } from '../shell-quoted.js';
import { visible } from '../visible.js';
import type { ProgressKind } from './choose-progress.js';
import { runBuild, type BuildEnd } from './run-build.js';

export interface Builds {
  readonly commands: readonly BuildCommand[];
  readonly project: Project;
  readonly progress: ProgressKind;
  /** What stands after `--`. */
  readonly extra: readonly string[];
}

export interface BuildsEnd {
  readonly exitCode: number;
  /** What made it fail, and what the builder warned of. */
  readonly faults: readonly Fault[];
}

export async function runBuilds(choice: EngineChoice, builds: Builds, output: Output): Promise<BuildsEnd> {
  const faults: Fault[] = [];
  for (const command of builds.commands) {
    if (builds.progress !== 'json') output.note(`running ${shellQuoted(withoutKeys(command.words))}`);
    const end = await runCommand(choice, { ...builds, command }, output);
    faults.push(...end.faults);
    if (end.exitCode !== 0) return { exitCode: end.exitCode, faults };
  }
  return { exitCode: 0, faults };
}

async function runCommand(choice: EngineChoice, build: Builds & { readonly command: BuildCommand }, output: Output): Promise<BuildsEnd> {
  const { command, project, progress, extra } = build;
  const { image } = command;
  if (image === undefined) {
    const exitCode = await runEngine(choice, { ...command, cwd: project.folder }, { json: output.json || progress === 'json' });
    return exitCode === 0 ? { exitCode, faults: [] } : failed(choice, { exitCode, faults: [] }, output);
  }
  const legacy = isLegacy(image.compiled.spec);
  const end = await runBuild(choice, { image, command, folder: project.folder, extra, progress, legacy }, output);
  const { exitCode, interrupted, record } = end;
  if (interrupted) output.problem('interrupted\n');
  if (interrupted) return { exitCode, faults: [] };
  const warnings = await warningFaults(record.warnings(), image, project.file);
  reportFaults(warnings, output);
  if (exitCode === 0) return { exitCode, faults: warnings };
  const faults = await faultsOf(end, image, build);
  failed(choice, { exitCode, faults }, output, end);
  return { exitCode, faults: [...warnings, ...faults] };
}

async function faultsOf({ record }: BuildEnd, image: ProjectImage, { project, progress }: Builds): Promise<readonly Fault[]> {
  const failure = record.failure();
  if (failure === undefined) return [];
  const { program, spec } = image.compiled;
  const findings = diagnoseFailure(program, spec.comments, failure);
  if (findings.length === 0) return [];
  const rest = progress === 'plain' || progress === 'json' ? 'all stand above' : keepOutput(project.file, failure.output);
  return failureFaults(findings, { file: project.file, path: image.path }, { lines: failure.output, rest });
}

/** Where it cannot be told what of image.ts made it fail, the engine's own words are shown. */
function failed({ engine }: EngineChoice, end: BuildsEnd, output: Output, { held }: Pick<BuildEnd, 'held'> = { held: [] }): BuildsEnd {
  const { exitCode, faults } = end;
  if (faults.length > 0) {
    reportFaults(faults, output);
    output.problem(`${engine.name} ended with ${exitCode}\n`);
    return end;
  }
  output.problem(held.map((line) => `${visible(line)}\n`).join(''));
  output.problem(`${output.errorColors.red('error')}: ${engine.name} ended with ${exitCode}   (engine-failed)\n`);
  return end;
}

/**
 * checkBuild(): what would end a build, or go wrong in it, as far as it can be told before: options that the engine does not have, secrets that are needed and not given,
 * secrets that would be published. Nothing is written yet. Gives the project with what is worth a warning.
 */

import type { EngineName } from '../engine/index.js';
import { buildOptions, imageTags, isMeant, type BuildChoices } from './build-options.js';
import { planEngine } from './choose-engine.js';
import { CliError } from './cli-error.js';
import { DefinitionError } from './definition-error.js';
import { givenSecrets } from './given-secrets.js';
import { locateFaults } from './locate-faults.js';
import type { Output } from './output.js';
import type { Project } from './project.js';
import { refusePublishedSecrets } from './refuse-published-secrets.js';
import { reportFaults } from './report.js';
import { ungivenSecrets } from './ungiven-secrets.js';

export type CheckedBuild = Omit<BuildChoices, 'revision'> & { readonly engine: EngineName | undefined; readonly 'dry-run': boolean };

export async function checkBuild(project: Project, request: CheckedBuild, output: Output): Promise<Project> {
  refusePublishedSecrets([...(request.provenance === undefined ? [] : ['--provenance', request.provenance]), ...request.afterDashes]);
  refuseOptions(project, request);
  if (request.push) await refuseNames(project, request);
  const given = givenSecrets(request);
  const pending = project.images.flatMap(({ compiled, path }) => ungivenSecrets(compiled, given).map((diagnostic) => ({ diagnostic, path })));
  if (pending.length === 0) return project;
  const faults = await locateFaults(project.file, pending);
  if (faults.some(({ severity }) => severity !== 'warning')) throw new DefinitionError(faults);
  reportFaults(faults, output);
  return { ...project, warnings: [...project.warnings, ...faults] };
}

/** Which a push would not take, after the build. */
async function refuseNames(project: Project, request: CheckedBuild): Promise<void> {
  const { requireFitting, requireFittingNames } = await import('./sharing/image-names.js');
  if (request.tag === undefined) await requireFittingNames(project, (image) => (isMeant(image, request) ? imageTags(image, request) : []));
  else requireFitting(request.tag);
}

function refuseOptions(project: Project, request: CheckedBuild): void {
  const engine = planEngine(request.engine, 'build');
  const refusals = project.images.flatMap((image) => engine.refused(buildOptions(project, image, { ...request, revision: undefined })));
  const [first] = refusals;
  if (first === undefined) return;
  throw new CliError({ code: 'engine-option', message: `${first.option}: ${engine.name} ${first.reason}`, hint: first.remedy });
}

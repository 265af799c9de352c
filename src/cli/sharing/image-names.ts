/**
 * The names of a project's images that registries are asked for: of all, or of one of several; each fits its registry, or a DefinitionError says where in the definition it does not.
 *
 *     image.ts:2:9 error name: "word_count:0.1" names no registry and no user, and Docker Hub takes youruser/yourimage only   (name-does-not-fit)
 */

import type { Diagnostic } from '../../diagnostics.js';
import { CliError } from '../cli-error.js';
import { DefinitionError } from '../definition-error.js';
import { locateFaults } from '../locate-faults.js';
import type { Output } from '../output.js';
import { openProject, type Project, type ProjectImage } from '../project.js';
import { nameFault } from './name-fault.js';

/** Which images, by the options of `builtOptions`. */
export interface ProjectRequest {
  readonly file: string | undefined;
  readonly arg: readonly string[] | undefined;
  readonly name: string | undefined;
}

/** The images of the project, whose files are of no interest. Its definition is told what it was when they were built. */
export function openBuilt({ file, arg, name }: ProjectRequest, output: Output): Promise<Project> {
  return openProject({ file, arg, name, verb: 'build', built: true }, output);
}

export function tagsOf({ name, compiled }: Pick<ProjectImage, 'name' | 'compiled'>): readonly string[] {
  const tags = compiled.spec.tags.map(({ value }) => value);
  if (tags.length > 0) return tags;
  throw new CliError({ code: 'no-tag', message: `the image "${name}" has no name`, hint: "give the definition a name: name: 'word_count'" });
}

/** Also before a build that pushes. */
export async function requireFittingNames({ file, images }: Project, namesOf: (image: ProjectImage) => readonly string[]): Promise<void> {
  const pending = images.flatMap((image) => {
    const [fault] = namesOf(image).flatMap((name) => nameFault(name) ?? []);
    const diagnostic = fault && ({ ...fault, severity: 'error', origin: { path: ['name'] } } satisfies Diagnostic);
    return diagnostic === undefined ? [] : [{ diagnostic, path: image.path }];
  });
  if (pending.length > 0) throw new DefinitionError(await locateFaults(file, pending));
}

/** Names on the command line. */
export function requireFitting(names: readonly string[]): void {
  for (const name of names) {
    const fault = nameFault(name);
    if (fault !== undefined) throw new CliError(fault);
  }
}

/**
 * checkProject(): the definition of the folder: whether it compiles, what is known of its bases, whether its files are current, how much a build sends.
 */

import { baseFacts } from '../../bases/index.js';
import type { BaseSpec } from '../../spec/spec.js';
import { checkFile } from '../check-files.js';
import { CliError } from '../cli-error.js';
import { contextFolder } from '../context-folder.js';
import { DefinitionError } from '../definition-error.js';
import { generatedFiles } from '../generated-files.js';
import type { Output } from '../output.js';
import { openProject, type Project, type ProjectImage } from '../project.js';
import { shownPath } from '../report.js';
import { LoadError } from '../../load/load-error.js';
import type { Check } from './check.js';
import { checkSize } from './context-size.js';

export interface ProjectRequest {
  readonly subject: string | undefined;
  readonly arg: readonly string[] | undefined;
}

export interface CheckedProject {
  readonly checks: readonly Check[];
  /** Absent where it cannot be loaded. */
  readonly project?: Project;
}

export async function checkProject({ subject, arg }: ProjectRequest, output: Output): Promise<CheckedProject> {
  try {
    const project = await openProject({ file: subject, arg, verb: 'doctor' }, output);
    const ofImages = (await Promise.all(project.images.map((image) => checkImage(image, project)))).flat();
    return { checks: [{ subject: 'definition', message: shownPath(project.file) }, ...ofImages], project };
  } catch (error) {
    return { checks: [definitionFinding(error)] };
  }
}

function definitionFinding(error: unknown): Check {
  const subject = 'definition';
  if (error instanceof DefinitionError) {
    const [first, ...others] = error.faults.filter((fault) => fault.severity !== 'warning');
    const more = others.length === 0 ? '' : `, and ${others.length} more`;
    return { subject, message: `${first?.subject ?? 'it'}: ${first?.message ?? ''}${more}`, hint: 'see "imagewright generate --stdout"' };
  }
  if (error instanceof CliError || error instanceof LoadError)
    return { subject, message: error.message, hint: error.hint ?? 'see "imagewright generate --stdout"' };
  throw error;
}

async function checkImage(image: ProjectImage, project: Project): Promise<readonly Check[]> {
  const bases = image.compiled.spec.stages.flatMap((stage) => (stage.base.kind === 'image' ? [stage.base] : []));
  return [
    ...bases.map(checkBase),
    ...(await Promise.all(generatedFiles(image, undefined).map(checkGenerated))),
    checkSize(image, contextFolder(project.folder, image.compiled)),
  ];
}

function checkBase(base: Extract<BaseSpec, { readonly kind: 'image' }>): Check {
  const subject = `base ${base.image}`;
  const facts = baseFacts(base.image, base.distro);
  if (facts === undefined)
    return { subject, message: 'nothing is known of it', hint: "say which distribution it is: base: { image: '…', distro: 'debian:bookworm' }" };
  const python = facts.python.kind === 'own' ? 'its own python' : facts.python.kind === 'distro' ? "the distribution's python" : 'no python';
  return { subject, message: [[facts.title, facts.release].filter(Boolean).join(' '), facts.manager ?? 'no package manager', python].join(', ') };
}

async function checkGenerated(file: { readonly path: string; readonly text: string }): Promise<Check> {
  const { path: subject, state } = await checkFile(file);
  switch (state) {
    case 'current':
      return { subject, message: 'up to date' };
    case 'missing':
      return { subject, message: 'not written yet', hint: 'run "imagewright generate"' };
    case 'stale':
      return { subject, message: 'stale', hint: 'run "imagewright generate"' };
    default: {
      const message = state === 'edited' ? 'changed by hand' : 'not written by imagewright';
      return { subject, message, hint: 'move it away, or replace it with "imagewright generate --force"' };
    }
  }
}

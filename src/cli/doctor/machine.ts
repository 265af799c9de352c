/**
 * checkMachine(): what Docker's builder, this machine and the registries have, against what the definition asks for. The parts are asked at the same time.
 */

import { engines, type EngineName } from '../../engine/index.js';
import { findProgram } from '../../engine/find-program.js';
import type { Project } from '../project.js';
import { checkBuilderOf } from './builder.js';
import type { Check } from './check.js';
import { checkHost } from './host.js';
import { checkRegistries } from './registries.js';

export async function checkMachine(project: Project | undefined, wanted: EngineName | undefined): Promise<readonly Check[]> {
  const program = wanted === undefined || wanted === 'docker' ? findProgram(engines.docker.command, process.env) : undefined;
  const parts = await Promise.all([
    program === undefined ? [] : checkBuilderOf(program, project),
    checkHost(project?.file ?? process.cwd(), process.env, program),
    project === undefined ? [] : checkRegistries(project, process.env),
  ]);
  return parts.flat();
}

/**
 * checkMachine(): what the builders, this machine and the registries have, against what the definition asks for. The parts are asked at the same time.
 */

import { engines, type EngineName } from '../../engine/index.js';
import { findProgram } from '../../engine/find-program.js';
import type { Project } from '../project.js';
import { checkBuildah } from './buildah.js';
import { checkBuilderOf } from './builder.js';
import type { Check } from './check.js';
import { checkHost } from './host.js';
import { checkRegistries } from './registries.js';

export async function checkMachine(project: Project | undefined, wanted: EngineName | undefined): Promise<readonly Check[]> {
  const installed = (name: EngineName) => (wanted === undefined || wanted === name ? findProgram(engines[name].command, process.env) : undefined);
  const docker = installed('docker');
  const buildah = installed('buildah');
  const parts = await Promise.all([
    docker === undefined ? [] : checkBuilderOf(docker, project),
    buildah === undefined ? [] : checkBuildah(buildah, project),
    checkHost(project?.file ?? process.cwd(), process.env, docker),
    project === undefined ? [] : checkRegistries(project, process.env),
  ]);
  return parts.flat();
}

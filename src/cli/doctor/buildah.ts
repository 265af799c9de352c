/** checkBuildah(): whether the Buildah that is here is one that the Dockerfiles which are for Buildah are for. */

import { ask } from '../../engine/ask.js';
import { engines } from '../../engine/index.js';
import { targetOf } from '../../ir/program.js';
import { isAtLeast } from '../../ir/version.js';
import type { Project } from '../project.js';
import type { Check } from './check.js';

export async function checkBuildah(program: string, project: Project | undefined): Promise<readonly Check[]> {
  const targets = (project?.images ?? []).map(({ compiled }) => targetOf(compiled.program)).filter(({ builder }) => builder === 'buildah');
  if (targets.length === 0) return [];
  const { stdout } = await ask(program, engines.buildah.versionArguments);
  const version = /\d+\.\d+(?:\.\d+)?/.exec(stdout)?.[0];
  if (version === undefined) return [];
  const needed = [...new Set(targets.flatMap((target) => target.version ?? []))].filter((each) => !isAtLeast(version, each));
  return needed.map((each) => ({
    subject: 'buildah',
    message: `it is ${version}, and the Dockerfile is for ${each} or newer`,
    hint: `update it, or say which one builds: dockerfile: { for: 'buildah ${version.split('.').slice(0, 2).join('.')}' }`,
  }));
}

/**
 * Python packages.
 *
 *     pip: ['numpy>=1.26', 'snakemake[reports]']
 *
 *     RUN python3 -m venv /opt/venv && /opt/venv/bin/pip install 'numpy>=1.26' 'snakemake[reports]'
 *     ENV PATH=/opt/venv/bin:${PATH}
 *
 * Requirements files are mounted while pip runs, not copied: another source of the project changes, and the packages stay in the cache. Where a stage of
 * its own has installed them, the environment is copied from there.
 */

import type { Env, Install, Instruction } from '../ir/instruction.js';
import type { Located } from '../origin.js';
import { shellWord } from '../shell-word.js';
import type { PipSpec } from '../spec/spec.js';
import { checkPackages } from './check-packages.js';
import type { StageContext } from './context.js';
import { installers } from './packages/index.js';
import { pipFiles, pipOptions } from './pip-options.js';
import { pythonRequests } from './python-requests.js';
import type { PythonPlan } from './python-target.js';

export function lowerPip(context: StageContext, pip: PipSpec, plan: PythonPlan): readonly Instruction[] {
  const path = plan.venv === undefined || plan.isInherited || context.isVenvSource ? [] : [pathOf(plan.venv, pip)];
  const { venvFrom } = context;
  if (!venvFrom) return [install(context, pip, plan), ...path];
  const { stage, venv } = venvFrom;
  const comment = `Python packages, made in the stage "${stage}"`;
  return [{ kind: 'copy', origins: [pip.origin], comment, sources: [venv], to: venv, from: { stage }, exclude: [] }, ...path];
}

function install({ report }: StageContext, pip: PipSpec, plan: PythonPlan): Install {
  const { python, venv, isInherited, isImagePython } = plan;
  const target = { python: shellWord(python), ...(venv === undefined ? {} : { venv: shellWord(venv) }), isImagePython };
  const { prepare, mounts, ...commands } = installers[pip.installer].commands(target);
  checkHashes(pip, report);
  return {
    kind: 'install',
    origins: [pip.origin],
    comment: 'Python packages',
    manager: pip.installer,
    prepare: isInherited ? prepare.filter((line) => !line.endsWith(` -m venv ${target.venv}`)) : prepare,
    ...commands,
    packages: checkPackages(pip.packages, { ...pythonRequests, tool: pip.installer }, report),
    options: pipOptions(pip),
    cleanup: [],
    mounts: [...mounts, ...pip.secrets.map(({ origin: _origin, ...secret }) => ({ type: 'secret' as const, ...secret }))],
    reads: pipFiles(pip),
    sortable: true,
    mergeable: false,
  };
}

/** What the environment has comes before what the distribution has. */
function pathOf(venv: string, { origin }: PipSpec): Env {
  return { kind: 'env', origins: [origin], entries: [{ name: 'PATH', value: [`${venv}/bin:`, { variable: 'PATH' }], origin }] };
}

function checkHashes({ requireHashes, packages }: PipSpec, report: StageContext['report']): void {
  const [first]: readonly (Located<string> | undefined)[] = packages;
  if (!requireHashes || !first) return;
  report.error('missing-hash', first.origin, {
    message: `"${first.value}" has no hash, which requireHashes asks for`,
    hint: 'write it into a requirements file, with --hash=sha256:… behind it',
  });
}

/**
 * Python packages: what a lock file names, then what pip is asked for, all in one environment, which is put on PATH; and, later, projects of the context.
 *
 *     RUN python3 -m venv /opt/venv && /opt/venv/bin/pip install numpy
 *     ENV PATH=/opt/venv/bin:${PATH}
 *
 * Where a stage of its own has installed them, the environment is copied from there.
 */

import type { Env, Instruction } from '../ir/instruction.js';
import type { Origin } from '../origin.js';
import type { StageContext } from './context.js';
import { pipInstall, pipProject } from './pip.js';
import { hasPip, lockedProject, lockInstall, lockOf } from './python-lock.js';
import type { PythonPlan } from './python-target.js';

export function lowerPython(context: StageContext, plan: PythonPlan): readonly Instruction[] {
  const { stage, venvFrom } = context;
  const lock = lockOf(stage);
  const origin = lock?.lock.origin ?? stage.pip?.origin ?? stage.origin;
  const path = plan.venv === undefined || plan.isInherited || context.isVenvSource ? [] : [pathOf(plan.venv, origin)];
  if (!venvFrom) {
    const isMade = plan.isInherited || lock !== undefined;
    const added = stage.pip ? [pipInstall(context, stage.pip, { ...plan, isMade })] : [];
    return [...(lock ? [lockInstall(lock, plan)] : []), ...added, ...path];
  }
  const comment = `Python packages, made in the stage "${venvFrom.stage}"`;
  const { stage: from, venv } = venvFrom;
  return [{ kind: 'copy', origins: [origin], comment, sources: [venv], to: venv, from: { stage: from }, exclude: [] }, ...path];
}

/** Last of what a stage installs: they change more often than anything else that is installed. */
export function lowerPythonProjects({ stage, venvFrom }: StageContext, plan: PythonPlan | undefined): readonly Instruction[] {
  if (!plan || venvFrom) return [];
  const lock = lockOf(stage);
  const { pip } = stage;
  return [...(lock ? lockedProject(lock, plan) : []), ...(pip?.project ? pipProject(pip, pip.project, plan) : [])];
}

/** Environments that stages which build on this one find with pip in them, and on PATH. */
export function venvsAfter({ stage, base }: StageContext, plan: PythonPlan | undefined): readonly string[] {
  const isComplete = plan?.venv !== undefined && hasPip(lockOf(stage));
  return [...base.venvs, ...(isComplete ? [plan.venv] : [])];
}

/** What the environment has comes before what the distribution has. */
function pathOf(venv: string, origin: Origin): Env {
  return { kind: 'env', origins: [origin], entries: [{ name: 'PATH', value: [`${venv}/bin:`, { variable: 'PATH' }], origin }] };
}

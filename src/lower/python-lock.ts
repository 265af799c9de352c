/**
 * What the lock file of a Python project names, and then the project itself.
 *
 *     uv: true
 *
 *     RUN --mount=type=bind,source=pyproject.toml,target=/tmp/project/pyproject.toml --mount=type=bind,source=uv.lock,target=/tmp/project/uv.lock \
 *         uv sync --project /tmp/project --frozen --no-install-workspace
 *     RUN --mount=type=bind,source=.,target=/tmp/project,readwrite \
 *         uv sync --project /tmp/project --frozen --no-editable
 *
 * The first reads only the two files: a source of the project changes, and what it depends on stays in the cache.
 */

import type { Install } from '../ir/instruction.js';
import type { Mount } from '../mount.js';
import { shellWord } from '../shell-word.js';
import type { PipSpec, PythonLockSpec, StageSpec } from '../spec/spec.js';
import { installers, lockers } from './packages/index.js';
import type { LockTarget } from './python-locker.js';
import { projectFiles, projectPlace, projectSources } from './python-project.js';
import type { PythonPlan } from './python-target.js';

export interface LockRequest {
  readonly tool: 'uv' | 'poetry';
  readonly lock: PythonLockSpec;
  /** What pip adds to the same environment. */
  readonly pip?: PipSpec;
}

export function lockOf({ uv, poetry, pip }: StageSpec): LockRequest | undefined {
  const beside = pip ? { pip } : {};
  if (uv) return { tool: 'uv', lock: uv, ...beside };
  return poetry && { tool: 'poetry', lock: poetry, ...beside };
}

/** Whether pip is in the environment that is made for it. */
export function hasPip(request: LockRequest | undefined): boolean {
  return request?.tool !== 'uv' || request.pip?.installer === 'pip';
}

export function lockInstall(request: LockRequest, plan: PythonPlan): Install {
  const { tool, lock } = request;
  const { file, dependencies } = lockers[tool];
  const { mounts, ...commands } = dependencies(targetOf(request, plan, plan.isInherited));
  return {
    ...frame(request),
    comment: `Python packages, as ${file} has them`,
    ...commands,
    mounts: [...mounts, ...secretsOf(lock)],
    reads: projectFiles(lock.project, ['pyproject.toml', file]).map((read) =>
      lock.frozen || !read.source.endsWith(file) ? read : { ...read, readWrite: true },
    ),
  };
}

export function lockedProject(request: LockRequest, plan: PythonPlan): readonly Install[] {
  const { tool, lock, pip } = request;
  const { file, project } = lockers[tool];
  if (lock.project.dependenciesOnly) return [];
  const target = targetOf(request, plan, plan.isInherited || pip !== undefined);
  const { mounts, ...commands } = project?.(target) ?? pipCommands(target, plan);
  const sources = projectSources(lock.project, ['pyproject.toml', ...(project ? [file] : [])]);
  const { value: folder, origin } = lock.project.folder;
  const packages = project ? [] : [{ value: projectPlace(folder), origin }];
  const all = [...mounts, ...sources.mounts, ...secretsOf(lock)];
  return [{ ...frame(request), comment: 'The Python project itself', ...commands, packages, mounts: all, reads: sources.reads }];
}

/** Where the tool has no way to install the project without its sources. */
function pipCommands({ python, venv }: LockTarget, { isImagePython }: PythonPlan) {
  const target = { python: shellWord(python), venv: shellWord(venv), isMade: true, isImagePython };
  return { ...installers.pip.commands(target), manager: 'pip', options: ['--no-deps'] };
}

function targetOf(request: LockRequest, { python, venv = '' }: PythonPlan, isMade: boolean): LockTarget {
  const { lock } = request;
  return { lock, python, venv, isMade, hasPip: hasPip(request), folder: shellWord(projectPlace(lock.project.folder.value)) };
}

function frame({ tool, lock }: LockRequest) {
  return { kind: 'install', origins: [lock.origin], manager: tool, packages: [], sortable: true, mergeable: false } as const;
}

function secretsOf({ secrets }: PythonLockSpec): readonly Mount[] {
  return secrets.map(({ origin: _origin, ...secret }) => ({ type: 'secret' as const, ...secret }));
}

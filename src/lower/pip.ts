/**
 * Python packages by pip, or uv in its place.
 *
 *     pip: ['numpy>=1.26', 'snakemake[reports]']
 *
 *     RUN python3 -m venv /opt/venv && /opt/venv/bin/pip install 'numpy>=1.26' 'snakemake[reports]'
 *
 * Requirements files are mounted while pip runs, not copied: another source of the project changes, and the packages stay in the cache. For the same reason a
 * project is installed in two steps: what it depends on, which its `pyproject.toml` says, and later the project itself.
 */

import type { Install } from '../ir/instruction.js';
import type { Located } from '../origin.js';
import { shellWord } from '../shell-word.js';
import type { PipSpec, PythonProjectSpec } from '../spec/spec.js';
import { checkPackages } from './check-packages.js';
import type { StageContext } from './context.js';
import { installers } from './packages/index.js';
import { pipFiles, pipOptions } from './pip-options.js';
import type { PythonTarget } from './python-installer.js';
import { projectFiles, projectPlace, projectSources } from './python-project.js';
import { pythonRequests } from './python-requests.js';
import type { PythonPlan } from './python-target.js';

/** @param isMade whether the environment is there already */
export function pipInstall({ report }: StageContext, pip: PipSpec, plan: PythonPlan & { readonly isMade: boolean }): Install {
  const target = targetOf(pip, plan, plan.isMade);
  const { prepare, mounts, ...commands } = installers[pip.installer].commands(target);
  const wanted = dependencies(pip, target);
  checkHashes(pip, report);
  return {
    ...frame(pip),
    comment: 'Python packages',
    ...commands,
    prepare: [...prepare, ...wanted.prepare],
    packages: checkPackages(pip.packages, { ...pythonRequests, tool: pip.installer }, report),
    options: [...pipOptions(pip), ...wanted.options],
    mounts: [...mounts, ...wanted.mounts, ...secretsOf(pip)],
    reads: [...pipFiles(pip), ...wanted.reads],
  };
}

/** The project itself; what it depends on is there, but for what only its sources tell. */
export function pipProject(pip: PipSpec, project: PythonProjectSpec, plan: PythonPlan): readonly Install[] {
  if (project.dependenciesOnly) return [];
  const { mounts, ...commands } = installers[pip.installer].commands(targetOf(pip, plan, true));
  const sources = projectSources(project, ['pyproject.toml']);
  const again = { ...pip, requirements: [], requireHashes: false };
  const extras = project.extras.length === 0 ? '' : `[${project.extras.map(({ value }) => value).join(',')}]`;
  return [
    {
      ...frame(pip),
      comment: 'The Python project itself',
      ...commands,
      packages: [{ value: `${projectPlace(project.folder.value)}${extras}`, origin: project.folder.origin }],
      options: [...(pip.requireHashes ? ['--no-deps'] : []), ...pipOptions(again)],
      mounts: [...mounts, ...sources.mounts, ...secretsOf(pip)],
      reads: [...pipFiles(again), ...sources.reads],
    },
  ];
}

/** Of the project; a `pyproject.toml` has no hashes, so that where they are asked for a requirements file has to say it all. */
function dependencies(pip: PipSpec, { python, venv }: PythonTarget): Pick<Install, 'prepare' | 'options' | 'mounts' | 'reads'> {
  const { project, installer, requireHashes } = pip;
  if (!project || requireHashes) return { prepare: [], options: [], mounts: [], reads: [] };
  const wanted = installers[installer].dependencies({
    file: shellWord(projectPlace(project.folder.value, 'pyproject.toml')),
    extras: project.extras.map(({ value }) => shellWord(value)),
    python: venv === undefined ? python : `${venv}/bin/python`,
  });
  return { ...wanted, reads: projectFiles(project, ['pyproject.toml']) };
}

function targetOf({ installerVersion }: PipSpec, { python, venv, isImagePython }: PythonPlan, isMade: boolean): PythonTarget {
  return {
    python: shellWord(python),
    ...(venv === undefined ? {} : { venv: shellWord(venv) }),
    isMade,
    isImagePython,
    ...(installerVersion === undefined ? {} : { version: shellWord(installerVersion.value) }),
  };
}

function frame({ installer, origin }: PipSpec) {
  return { kind: 'install', origins: [origin], manager: installer, sortable: true, mergeable: false } as const;
}

function secretsOf({ secrets }: PipSpec): Install['mounts'] {
  return secrets.map(({ origin: _origin, ...secret }) => ({ type: 'secret' as const, ...secret }));
}

function checkHashes({ requireHashes, packages, requirements, project }: PipSpec, report: StageContext['report']): void {
  const [first]: readonly (Located<string> | undefined)[] = packages;
  if (!requireHashes) return;
  if (first) {
    report.error('missing-hash', first.origin, {
      message: `"${first.value}" has no hash, which requireHashes asks for`,
      hint: 'write it into a requirements file, with --hash=sha256:… behind it',
    });
  }
  if (project && requirements.length === 0) {
    report.error('missing-hash', project.folder.origin, {
      message: `what the project "${project.folder.value}" depends on has no hashes, which requireHashes asks for`,
      hint: "name a requirements file that has them: requirements: 'requirements.txt'",
    });
  }
}

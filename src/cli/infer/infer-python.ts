/**
 * A Python project: from its lock file, else from its requirements, else from its own metadata.
 *
 *     uv.lock, .python-version        base: 'python:3.12-slim-bookworm', uv: true, workdir: '/app', copy: { '.': './' }
 */

import { take, type FoundFolder, type InferredFields } from './found-folder.js';

const DEFAULT_VERSION = '3.12';

export function inferPython(folder: FoundFolder): InferredFields | undefined {
  const installs = installsOf(folder);
  if (installs === undefined && !folder.has('.python-version')) return undefined;
  const { python = DEFAULT_VERSION } = pythonVersion(folder);
  folder.remarks.push('the default command is not inferred: write cmd');
  const fields = { base: `python:${python}-slim-bookworm`, ...installs, workdir: '/app', copy: { '.': './' }, cmd: ['python3'] };
  return { fields };
}

function installsOf(folder: FoundFolder): Readonly<Record<string, unknown>> | undefined {
  const hasProject = folder.has('pyproject.toml');
  if (hasProject && folder.has('uv.lock')) return { uv: locked(folder, 'uv.lock') };
  if (hasProject && folder.has('poetry.lock')) return { poetry: locked(folder, 'poetry.lock') };
  const requirements = requirementsFile(folder);
  if (requirements !== undefined) return { pip: { requirements, ...constraints(folder) } };
  const project = hasProject && /^\[project\]/m.test(folder.read('pyproject.toml')) ? 'pyproject.toml' : undefined;
  if (project === undefined) return undefined;
  take(folder, project, 'the project, for pip; without a lock file, its dependencies are as new as the day');
  return { pip: { project: '.' } };
}

function locked(folder: FoundFolder, lock: string): true {
  folder.taken.add('pyproject.toml');
  take(folder, lock, `the project and its dependencies, by ${lock === 'uv.lock' ? 'uv' : 'Poetry'}`);
  return true;
}

export function requirementsFile(folder: FoundFolder): string | undefined {
  return folder.has('requirements.txt') ? take(folder, 'requirements.txt', 'for pip') : undefined;
}

function constraints(folder: FoundFolder): { readonly constraints?: string } {
  return folder.has('constraints.txt') ? { constraints: take(folder, 'constraints.txt', 'for pip') } : {};
}

export function pythonVersion(folder: FoundFolder): { readonly python?: string } {
  if (!folder.has('.python-version')) return {};
  const version = folder.read('.python-version').trim();
  if (/^3\.\d+(\.\d+)?$/.test(version)) {
    take(folder, '.python-version', `Python ${version}`);
    return { python: version };
  }
  folder.remarks.push('found .python-version: not taken over, it is no version of Python 3');
  return {};
}

/** What installs Python packages: pip or uv. */

import type { Install } from '../ir/instruction.js';

export interface PythonTarget {
  /** The interpreter, as a word for the shell. */
  readonly python: string;
  /** The virtual environment, as a word for the shell; undefined: the interpreter's own site-packages. */
  readonly venv?: string;
  /** Whether the environment is there already, with the installer in it. */
  readonly isMade: boolean;
  /** Whether the interpreter is the image's own, whose pip is the `pip` on PATH. */
  readonly isImagePython: boolean;
  /** Version of the installer. */
  readonly version?: string;
}

/** A project while packages are installed; all of it words for the shell. */
export interface ProjectRequest {
  /** Where its `pyproject.toml` is. */
  readonly file: string;
  readonly extras: readonly string[];
  /** The interpreter that packages are installed for. */
  readonly python: string;
}

export type InstallerCommands = Pick<
  Install,
  'prepare' | 'command' | 'cacheOptions' | 'noCacheOptions' | 'cleanup' | 'caches' | 'mounts' | 'environment'
>;

export interface PythonInstaller {
  readonly commands: (target: PythonTarget) => InstallerCommands;
  /** Has it install what a project depends on. */
  readonly dependencies: (project: ProjectRequest) => Pick<Install, 'prepare' | 'options' | 'mounts'>;
}

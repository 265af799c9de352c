/** What installs Python packages: pip or uv. */

import type { Install } from '../ir/instruction.js';

export interface PythonTarget {
  /** The interpreter, as a word for the shell. */
  readonly python: string;
  /** The virtual environment, as a word for the shell; undefined: the interpreter's own site-packages. */
  readonly venv?: string;
  /** Whether the interpreter is the image's own, whose pip is the `pip` on PATH. */
  readonly isImagePython: boolean;
}

export interface PythonInstaller {
  readonly commands: (
    target: PythonTarget,
  ) => Pick<Install, 'prepare' | 'command' | 'cacheOptions' | 'noCacheOptions' | 'caches' | 'mounts' | 'environment'>;
}

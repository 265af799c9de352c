/** What installs from the lock file of a Python project: uv or Poetry. */

import type { Install } from '../ir/instruction.js';
import type { PythonLockSpec } from '../spec/spec.js';
import type { InstallerCommands } from './python-installer.js';

export interface LockTarget {
  readonly lock: PythonLockSpec;
  /** The interpreter and the environment, as they are. */
  readonly python: string;
  readonly venv: string;
  /** Whether the environment is there already: packages that the lock file does not name stay in it. */
  readonly isMade: boolean;
  /** Whether pip is to be in it. */
  readonly hasPip: boolean;
  /** Folder of the project while its packages are installed, as a word for the shell. */
  readonly folder: string;
}

type LockCommands = InstallerCommands & Pick<Install, 'options'>;

export interface PythonLocker {
  /** Name of the lock file. */
  readonly file: string;
  /** Installs what the lock file names, without the project. */
  readonly dependencies: (target: LockTarget) => LockCommands;
  /** Installs the project; undefined: pip does. */
  readonly project?: (target: LockTarget) => LockCommands;
}

/** The package managers of distributions, and what installs Python packages, by the names that the language gives them. */

import { apk } from './apk.js';
import { apt } from './apt.js';
import { dnf } from './dnf.js';
import type { SystemManager } from './package-manager.js';
import { pacman } from './pacman.js';
import { pip } from './pip.js';
import { poetry } from './poetry.js';
import type { PythonInstaller } from '../python-installer.js';
import type { PythonLocker } from '../python-locker.js';
import { uv } from './uv.js';
import { uvLock } from './uv-lock.js';
import { zypper } from './zypper.js';

export const managers = { apt, apk, dnf, zypper, pacman } satisfies Record<string, SystemManager>;

export const installers = { pip, uv } satisfies Record<string, PythonInstaller>;

export const lockers: Readonly<Record<'uv' | 'poetry', PythonLocker>> = { uv: uvLock, poetry };

/** The package managers of distributions, and the installers of Python packages, by the names that the language gives them. */

import { apk } from './apk.js';
import { apt } from './apt.js';
import { dnf } from './dnf.js';
import type { SystemManager } from './package-manager.js';
import { pacman } from './pacman.js';
import { pip } from './pip.js';
import type { PythonInstaller } from '../python-installer.js';
import { uv } from './uv.js';
import { zypper } from './zypper.js';

export const managers = { apt, apk, dnf, zypper, pacman } satisfies Record<string, SystemManager>;

export const installers = { pip, uv } satisfies Record<string, PythonInstaller>;

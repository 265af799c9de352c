/** `apt`, `apk`, `dnf`, `zypper` and `pacman`: one request for each manager that is asked. */

import type { Located } from '../../origin.js';
import { lastSaid, longForm, said, textsOf } from '../said.js';
import type { SystemManagerName, SystemPackagesSpec } from '../spec.js';
import type { PartialStage, SystemPackagesOptions } from '../types.js';

const MANAGERS: readonly SystemManagerName[] = ['apt', 'apk', 'dnf', 'zypper', 'pacman'];

export function resolveSystemPackages(parts: readonly Located<PartialStage>[]): readonly SystemPackagesSpec[] {
  return MANAGERS.flatMap((manager) => {
    const requests = said(parts, manager);
    const options = requests.map((request) => longForm<SystemPackagesOptions, 'packages'>('packages', request, Array.isArray(request.value)));
    const packages = textsOf(options, 'packages');
    const build = textsOf(options, 'build');
    const origin = requests.at(-1)?.origin;
    if (origin === undefined || packages.length + build.length === 0) return [];
    return [{ manager, packages, build, recommends: lastSaid(options, 'recommends')?.value ?? false, origin }];
  });
}

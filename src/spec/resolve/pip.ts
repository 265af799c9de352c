/** `pip`: packages, requirements files, a project, and how they are installed. */

import type { Located } from '../../origin.js';
import { lastSaid, longForm, said, textsOf } from '../said.js';
import type { PipSpec } from '../spec.js';
import type { PartialStage, PipOptions } from '../types.js';
import { given } from './given.js';
import { resolveProject } from './python-project.js';
import { resolveSecrets } from './secrets.js';

/** Undefined where nothing is to be installed, whatever is said of how. */
export function resolvePip(parts: readonly Located<PartialStage>[]): PipSpec | undefined {
  const requests = said(parts, 'pip');
  const origin = requests.at(-1)?.origin;
  const options = requests.map((request) => longForm<PipOptions, 'packages'>('packages', request, Array.isArray(request.value)));
  const packages = textsOf(options, 'packages');
  const requirements = textsOf(options, 'requirements');
  const project = resolveProject(options);
  if (origin === undefined || (packages.length + requirements.length === 0 && !project)) return undefined;
  return {
    packages,
    requirements,
    constraints: textsOf(options, 'constraints'),
    ...given('project', project),
    installer: lastSaid(options, 'installer')?.value ?? 'pip',
    ...given('installerVersion', lastSaid(options, 'installerVersion')),
    ...given('venv', lastSaid(options, 'venv')),
    ...given('python', lastSaid(options, 'python')),
    ...given('index', lastSaid(options, 'index')),
    extraIndexes: textsOf(options, 'extraIndexes'),
    findLinks: textsOf(options, 'findLinks'),
    requireHashes: lastSaid(options, 'requireHashes')?.value ?? false,
    secrets: resolveSecrets(options),
    origin,
  };
}

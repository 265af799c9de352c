/** `uv` and `poetry`: a project of the context, and what its lock file says of it. */

import type { Located } from '../../origin.js';
import { lastSaid, said, textsOf } from '../said.js';
import type { PythonLockSpec } from '../spec.js';
import type { PartialStage, PythonLockOptions } from '../types.js';
import { given } from './given.js';
import { resolveProject } from './python-project.js';
import { resolveSecrets } from './secrets.js';

export function resolvePythonLock(field: 'uv' | 'poetry', parts: readonly Located<PartialStage>[]): PythonLockSpec | undefined {
  const requests = said(parts, field);
  const origin = requests.at(-1)?.origin;
  if (origin === undefined) return undefined;
  const options = requests.map((request): Located<PythonLockOptions> => ({
    value: request.value === true ? {} : request.value,
    origin: request.origin,
  }));
  return {
    project: resolveProject(options, { value: '.', origin }),
    groups: textsOf(options, 'groups'),
    frozen: lastSaid(options, 'frozen')?.value ?? true,
    ...given('version', lastSaid(options, 'version')),
    ...given('venv', lastSaid(options, 'venv')),
    ...given('python', lastSaid(options, 'python')),
    secrets: resolveSecrets(options),
    origin,
  };
}

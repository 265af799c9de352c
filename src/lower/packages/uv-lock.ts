/**
 * The lock file of uv: first what it names, then the project, which is made anew each time: what uv has of it in its cache it would take for current as long as
 * `pyproject.toml` does not change.
 *
 *     RUN --mount=type=bind,source=pyproject.toml,target=/tmp/project/pyproject.toml --mount=type=bind,source=uv.lock,target=/tmp/project/uv.lock \
 *         UV_PROJECT_ENVIRONMENT=/opt/venv /tmp/uv/bin/uv sync --project /tmp/project --no-default-groups --frozen --no-install-workspace
 *     RUN --mount=type=bind,source=.,target=/tmp/project,readwrite \
 *         UV_PROJECT_ENVIRONMENT=/opt/venv /tmp/uv/bin/uv sync --project /tmp/project --no-default-groups --frozen --no-editable --refresh
 *
 * uv makes the environment, without pip, unless something else needs pip in it.
 */

import { shellWord } from '../../shell-word.js';
import type { PythonLocker, LockTarget } from '../python-locker.js';
import { withSourceDate } from '../source-date.js';
import { UV, uvCommands } from '../uv-tool.js';

export const uvLock: PythonLocker = {
  file: 'uv.lock',
  dependencies: (target) => {
    const { prepare, ...sync } = commands(target, '--no-install-workspace');
    const isToMake = target.hasPip && !target.isMade;
    return { ...sync, prepare: [...(isToMake ? [withSourceDate(`${shellWord(target.python)} -m venv ${shellWord(target.venv)}`)] : []), ...prepare] };
  },
  project: (target) => commands(target, '--no-editable --refresh'),
};

function commands({ lock, python, venv, isMade, folder }: LockTarget, what: string) {
  const { environment, ...tool } = uvCommands(shellWord(python), lock.version && shellWord(lock.version.value));
  const flags = [...(lock.frozen ? ['--frozen'] : []), ...(isMade ? ['--inexact'] : []), what].join(' ');
  return {
    ...tool,
    command: `${UV} sync --project ${folder} --no-default-groups ${flags}`,
    options: [
      ...lock.project.extras.map(({ value }) => `--extra ${shellWord(value)}`),
      ...lock.groups.map(({ value }) => `--group ${shellWord(value)}`),
    ],
    environment: [
      ...environment,
      { name: 'UV_COMPILE_BYTECODE', value: '1' },
      { name: 'UV_PYTHON_DOWNLOADS', value: 'never' },
      { name: 'UV_PYTHON', value: python },
      { name: 'UV_PROJECT_ENVIRONMENT', value: venv },
    ],
  };
}

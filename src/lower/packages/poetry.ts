/**
 * The lock file of Poetry, which is fetched with pip to a place that exists only while the command runs: nothing of it stays in the image.
 *
 *     RUN --mount=type=tmpfs,target=/tmp/poetry --mount=type=bind,source=pyproject.toml,target=/tmp/project/pyproject.toml … \
 *         SOURCE_DATE_EPOCH=315532800 python3 -m venv /opt/venv && \
 *         python3 -m venv /tmp/poetry && \
 *         /tmp/poetry/bin/pip install --no-cache-dir --quiet poetry && \
 *         VIRTUAL_ENV=/opt/venv SOURCE_DATE_EPOCH=315532800 /tmp/poetry/bin/poetry install --directory /tmp/project --no-interaction --no-root --compile --only main
 *
 * It takes the environment that VIRTUAL_ENV names. The project itself it could only install as a link to its sources; so pip does that.
 */

import { shellWord } from '../../shell-word.js';
import type { PythonLocker } from '../python-locker.js';
import { sourceDate, withSourceDate } from '../source-date.js';

const PLACE = '/tmp/poetry';

const CACHE = '/var/cache/pypoetry';

const POETRY = `${PLACE}/bin/poetry`;

export const poetry: PythonLocker = {
  file: 'poetry.lock',
  dependencies: ({ lock, python, venv, isMade, folder }) => {
    const interpreter = shellWord(python);
    const version = lock.version === undefined ? '' : `==${shellWord(lock.version.value)}`;
    const groups = ['main', ...lock.groups.map(({ value }) => value)];
    return {
      prepare: [
        ...(isMade ? [] : [withSourceDate(`${interpreter} -m venv ${shellWord(venv)}`)]),
        `${interpreter} -m venv ${PLACE}`,
        `${PLACE}/bin/pip install --no-cache-dir --quiet poetry${version}`,
        ...(lock.frozen ? [] : [`POETRY_CACHE_DIR=${CACHE} ${POETRY} lock --directory ${folder} --no-interaction`]),
      ],
      command: `${POETRY} install --directory ${folder} --no-interaction --no-root --compile`,
      options: [`--only ${shellWord(groups.join(','))}`, ...lock.project.extras.map(({ value }) => `--extras ${shellWord(value)}`)],
      cacheOptions: [],
      noCacheOptions: [],
      cleanup: [`rm -rf ${CACHE}`],
      caches: [{ type: 'cache', target: CACHE }],
      mounts: [{ type: 'tmpfs', target: PLACE }],
      environment: [{ name: 'POETRY_CACHE_DIR', value: CACHE }, { name: 'VIRTUAL_ENV', value: venv }, sourceDate],
    };
  },
};

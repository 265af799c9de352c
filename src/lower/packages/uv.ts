/**
 * uv, which is fetched with pip to a place that exists only while the command runs: nothing of it stays in the image.
 *
 *     RUN --mount=type=tmpfs,target=/tmp/uv \
 *         python3 -m venv /opt/venv && \
 *         python3 -m venv /tmp/uv && \
 *         /tmp/uv/bin/pip install --no-cache-dir --quiet uv && \
 *         UV_LINK_MODE=copy /tmp/uv/bin/uv pip install --python /opt/venv --compile-bytecode numpy
 *
 * Files are copied out of its cache (a link to a cache mount would be broken in the image) and compiled, as pip does: a container that runs as any user
 * cannot write compiled files itself.
 */

import type { PythonInstaller } from '../python-installer.js';

const PLACE = '/tmp/uv';

/** Said to uv, too: the image's environment (`HOME`, `XDG_CACHE_HOME`) may have it look, and leave its downloads, elsewhere. */
const CACHE = '/root/.cache/uv';

export const uv: PythonInstaller = {
  commands: ({ python, venv }) => ({
    prepare: [
      ...(venv === undefined ? [] : [`${python} -m venv ${venv}`]),
      `${python} -m venv ${PLACE}`,
      `${PLACE}/bin/pip install --no-cache-dir --quiet uv`,
    ],
    command: `${PLACE}/bin/uv pip install ${venv === undefined ? `--python "$(command -v ${python})"` : `--python ${venv}`} --compile-bytecode`,
    cacheOptions: [`--cache-dir=${CACHE}`],
    noCacheOptions: ['--no-cache'],
    caches: [{ type: 'cache', target: CACHE }],
    mounts: [{ type: 'tmpfs', target: PLACE }],
    environment: [{ name: 'UV_LINK_MODE', value: 'copy' }],
  }),
};

/**
 * pip, which comes with python's `venv` module and with images that have a python of their own.
 *
 *     RUN python3 -m venv /opt/venv && \
 *         /opt/venv/bin/pip install --no-cache-dir numpy
 */

import type { PythonInstaller } from '../python-installer.js';

/** Said to pip, too: the image's environment (`HOME`, `XDG_CACHE_HOME`) may have it look, and leave its downloads, elsewhere. */
const CACHE = '/root/.cache/pip';

export const pip: PythonInstaller = {
  commands: ({ python, venv, isImagePython }) => ({
    prepare: venv === undefined ? [] : [`${python} -m venv ${venv}`],
    command: `${venv === undefined ? (isImagePython ? 'pip' : `${python} -m pip`) : `${venv}/bin/pip`} install`,
    cacheOptions: [`--cache-dir=${CACHE}`],
    noCacheOptions: ['--no-cache-dir'],
    caches: [{ type: 'cache', target: CACHE }],
    mounts: [],
    environment: [],
  }),
};

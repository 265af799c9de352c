/** uv itself: how it is fetched, where it keeps what, and what it is told in any case. */

import type { InstallerCommands } from './python-installer.js';
import { sourceDate } from './source-date.js';

/** A place that exists only while the command runs. */
const PLACE = '/tmp/uv';

export const UV = `${PLACE}/bin/uv`;

/** Said to uv, too: the image's environment (`HOME`, `XDG_CACHE_HOME`) may have it look, and leave its downloads, elsewhere. */
const CACHE = '/root/.cache/uv';

/** Where there is no cache: not among temporary files, which are in memory. */
const DOWNLOADS = '/var/tmp/uv';

/** The interpreter and the version are words for the shell. */
export function uvCommands(python: string, version: string | undefined): Omit<InstallerCommands, 'command'> {
  return {
    prepare: [`${python} -m venv ${PLACE}`, `${PLACE}/bin/pip install --no-cache-dir --quiet uv${version === undefined ? '' : `==${version}`}`],
    cacheOptions: [`--cache-dir=${CACHE}`],
    noCacheOptions: [`--cache-dir=${DOWNLOADS}`],
    cleanup: [`rm -rf ${DOWNLOADS}`],
    caches: [{ type: 'cache', target: CACHE }],
    mounts: [{ type: 'tmpfs', target: PLACE }],
    environment: [{ name: 'UV_LINK_MODE', value: 'copy' }, { name: 'TMPDIR', value: PLACE }, sourceDate],
  };
}

/**
 * uv, which is fetched with pip to a place that exists only while the command runs: nothing of it stays in the image.
 *
 *     RUN --mount=type=tmpfs,target=/tmp/uv \
 *         SOURCE_DATE_EPOCH=315532800 python3 -m venv /opt/venv && \
 *         python3 -m venv /tmp/uv && \
 *         /tmp/uv/bin/pip install --no-cache-dir --quiet uv && \
 *         UV_LINK_MODE=copy TMPDIR=/tmp/uv SOURCE_DATE_EPOCH=315532800 /tmp/uv/bin/uv pip install --python /opt/venv --compile-bytecode numpy
 *
 * Files are copied out of its cache (a link to a cache mount would be broken in the image) and compiled, as pip does: a container that runs as any user
 * cannot write compiled files itself. Its lock files, which it leaves in the folder for temporary files, stay in its own place.
 */

import type { PythonInstaller } from '../python-installer.js';
import { withSourceDate } from '../source-date.js';
import { UV, uvCommands } from '../uv-tool.js';

export const uv: PythonInstaller = {
  commands: ({ python, venv, isMade, version }) => {
    const { prepare, environment, ...tool } = uvCommands(python, version);
    return {
      ...tool,
      prepare: [...(venv === undefined || isMade ? [] : [withSourceDate(`${python} -m venv ${venv}`)]), ...prepare],
      command: `${UV} pip install ${venv === undefined ? `--python "$(command -v ${python})"` : `--python ${venv}`} --compile-bytecode`,
      environment,
    };
  },
  dependencies: ({ file, extras }) => ({ prepare: [], options: [`-r ${file}`, ...extras.map((extra) => `--extra ${extra}`)], mounts: [] }),
};

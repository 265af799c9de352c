/**
 * pip, which comes with python's `venv` module and with images that have a python of their own.
 *
 *     RUN SOURCE_DATE_EPOCH=315532800 python3 -m venv /opt/venv && \
 *         SOURCE_DATE_EPOCH=315532800 /opt/venv/bin/pip install --no-cache-dir numpy
 *
 * It can install a project, but not what a project depends on alone, without its sources. So its `pyproject.toml` is read for it, with the parser that Python has
 * from 3.11 on, and pip before.
 */

import type { PythonInstaller } from '../python-installer.js';
import { sourceDate, withSourceDate } from '../source-date.js';

/** Said to pip, too: the image's environment (`HOME`, `XDG_CACHE_HOME`) may have it look, and leave its downloads, elsewhere. */
const CACHE = '/root/.cache/pip';

/** A place that exists only while the command runs. */
const PLACE = '/tmp/dependencies';

/**
 * Prints what the project of the first argument, and its extras of the others, depend on. What it does not print comes with the project itself: an extra that is made
 * of others of the project (`tide[plot]`), and whatever is computed.
 */
const READ_PROJECT = [
  'import importlib, sys',
  'toml = importlib.import_module("tomllib" if sys.version_info >= (3, 11) else "pip._vendor.tomli")',
  'project = toml.load(open(sys.argv[1], "rb")).get("project", {})',
  'extras = project.get("optional-dependencies", {})',
  'wanted = sum((extras[name] for name in sys.argv[2:]), project.get("dependencies", []))',
  'print(*(line for line in wanted if not line.startswith(project["name"] + "[")), sep="\\n")',
].join('; ');

export const pip: PythonInstaller = {
  commands: ({ python, venv, isMade, isImagePython, version }) => {
    const command = venv === undefined ? (isImagePython ? 'pip' : `${python} -m pip`) : `${venv}/bin/pip`;
    return {
      prepare: [
        ...(venv === undefined || isMade ? [] : [withSourceDate(`${python} -m venv ${venv}`)]),
        ...(version === undefined || isMade ? [] : [withSourceDate(`${command} install --no-cache-dir --quiet pip==${version}`)]),
      ],
      command: `${command} install`,
      cacheOptions: [`--cache-dir=${CACHE}`],
      noCacheOptions: ['--no-cache-dir'],
      cleanup: [],
      caches: [{ type: 'cache', target: CACHE }],
      mounts: [],
      environment: [sourceDate],
    };
  },
  dependencies: ({ file, extras, python }) => ({
    prepare: [`${[python, '-c', `'${READ_PROJECT}'`, file, ...extras].join(' ')} > ${PLACE}/project.txt`],
    options: [`-r ${PLACE}/project.txt`],
    mounts: [{ type: 'tmpfs', target: PLACE }],
  }),
};

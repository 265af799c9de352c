import { expect, it } from 'vitest';
import { pip } from '../../../src/lower/packages/pip.js';

const own = { python: 'python3', isImagePython: true, isMade: false };
const venv = { python: 'python3', venv: '/opt/venv', isImagePython: false, isMade: false };

it.each([
  [own, [], 'pip install'],
  [{ ...own, python: 'python3.12', isImagePython: false }, [], 'python3.12 -m pip install'],
  [venv, ['SOURCE_DATE_EPOCH=315532800 python3 -m venv /opt/venv'], '/opt/venv/bin/pip install'],
  [{ ...venv, isMade: true, version: '26.0' }, [], '/opt/venv/bin/pip install'],
  [
    { ...venv, version: '26.0' },
    [
      'SOURCE_DATE_EPOCH=315532800 python3 -m venv /opt/venv',
      'SOURCE_DATE_EPOCH=315532800 /opt/venv/bin/pip install --no-cache-dir --quiet pip==26.0',
    ],
    '/opt/venv/bin/pip install',
  ],
  [{ ...own, version: '26.0' }, ['SOURCE_DATE_EPOCH=315532800 pip install --no-cache-dir --quiet pip==26.0'], 'pip install'],
])('%j', (target, prepare, command) => {
  expect(pip.commands(target)).toEqual({
    prepare,
    command,
    cacheOptions: ['--cache-dir=/root/.cache/pip'],
    noCacheOptions: ['--no-cache-dir'],
    cleanup: [],
    caches: [{ type: 'cache', target: '/root/.cache/pip' }],
    mounts: [],
    environment: [{ name: 'SOURCE_DATE_EPOCH', value: '315532800' }],
  });
});

it('reads what a project depends on, for an interpreter that may have no parser of its own', () => {
  expect(pip.dependencies({ file: '/tmp/project/pyproject.toml', extras: ['plot', 'web'], python: '/opt/venv/bin/python' })).toEqual({
    prepare: [
      `/opt/venv/bin/python -c 'import importlib, sys; toml = importlib.import_module("tomllib" if sys.version_info >= (3, 11) else "pip._vendor.tomli"); project = toml.load(open(sys.argv[1], "rb")).get("project", {}); extras = project.get("optional-dependencies", {}); wanted = sum((extras[name] for name in sys.argv[2:]), project.get("dependencies", [])); print(*(line for line in wanted if not line.startswith(project["name"] + "[")), sep="\\n")' /tmp/project/pyproject.toml plot web > /tmp/dependencies/project.txt`,
    ],
    options: ['-r /tmp/dependencies/project.txt'],
    mounts: [{ type: 'tmpfs', target: '/tmp/dependencies' }],
  });
});

import { expect, it } from 'vitest';
import { uvLock } from '../../../src/lower/packages/uv-lock.js';
import { at, located, pythonLock } from '../specs.js';

const target = { lock: pythonLock('uv'), python: 'python3', venv: '/opt/my env', isMade: false, hasPip: false, folder: '/tmp/project' };

const common = {
  cacheOptions: ['--cache-dir=/root/.cache/uv'],
  noCacheOptions: ['--cache-dir=/var/tmp/uv'],
  cleanup: ['rm -rf /var/tmp/uv'],
  caches: [{ type: 'cache', target: '/root/.cache/uv' }],
  mounts: [{ type: 'tmpfs', target: '/tmp/uv' }],
  environment: [
    { name: 'UV_LINK_MODE', value: 'copy' },
    { name: 'TMPDIR', value: '/tmp/uv' },
    { name: 'SOURCE_DATE_EPOCH', value: '315532800' },
    { name: 'UV_COMPILE_BYTECODE', value: '1' },
    { name: 'UV_PYTHON_DOWNLOADS', value: 'never' },
    { name: 'UV_PYTHON', value: 'python3' },
    { name: 'UV_PROJECT_ENVIRONMENT', value: '/opt/my env' },
  ],
};

const fetch = ['python3 -m venv /tmp/uv', '/tmp/uv/bin/pip install --no-cache-dir --quiet uv'];

it('installs what the lock file names, into an environment that uv makes', () => {
  expect(uvLock.dependencies(target)).toEqual({
    ...common,
    prepare: fetch,
    command: '/tmp/uv/bin/uv sync --project /tmp/project --no-default-groups --frozen --no-install-workspace',
    options: [],
  });
});

it('makes an environment with pip in it where pip is to add packages, once', () => {
  expect(uvLock.dependencies({ ...target, hasPip: true }).prepare).toEqual(["SOURCE_DATE_EPOCH=315532800 python3 -m venv '/opt/my env'", ...fetch]);
  expect(uvLock.dependencies({ ...target, hasPip: true, isMade: true }).prepare).toEqual(fetch);
});

it('leaves what is in an environment that is there already, and says extras and groups', () => {
  const project = { ...target.lock.project, extras: located(['plot', 'web'], 'uv', 'extras') };
  const version = { value: '0.9.26', origin: at('uv', 'version') };
  const lock = { ...target.lock, project, groups: located(['docs'], 'uv', 'groups'), frozen: false, version };
  expect(uvLock.project!({ ...target, lock, isMade: true })).toEqual({
    ...common,
    prepare: ['python3 -m venv /tmp/uv', '/tmp/uv/bin/pip install --no-cache-dir --quiet uv==0.9.26'],
    command: '/tmp/uv/bin/uv sync --project /tmp/project --no-default-groups --inexact --no-editable --refresh',
    options: ['--extra plot', '--extra web', '--group docs'],
  });
});

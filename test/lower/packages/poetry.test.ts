import { expect, it } from 'vitest';
import { poetry } from '../../../src/lower/packages/poetry.js';
import { at, located, pythonLock } from '../specs.js';

const target = { lock: pythonLock('poetry'), python: 'python3', venv: '/opt/my env', isMade: false, hasPip: true, folder: '/tmp/project' };

const common = {
  cacheOptions: [],
  noCacheOptions: [],
  cleanup: ['rm -rf /var/cache/pypoetry'],
  caches: [{ type: 'cache', target: '/var/cache/pypoetry' }],
  mounts: [{ type: 'tmpfs', target: '/tmp/poetry' }],
  environment: [
    { name: 'POETRY_CACHE_DIR', value: '/var/cache/pypoetry' },
    { name: 'VIRTUAL_ENV', value: '/opt/my env' },
    { name: 'SOURCE_DATE_EPOCH', value: '315532800' },
  ],
};

it('installs what the lock file names', () => {
  expect(poetry.dependencies(target)).toEqual({
    ...common,
    prepare: [
      "SOURCE_DATE_EPOCH=315532800 python3 -m venv '/opt/my env'",
      'python3 -m venv /tmp/poetry',
      '/tmp/poetry/bin/pip install --no-cache-dir --quiet poetry',
    ],
    command: '/tmp/poetry/bin/poetry install --directory /tmp/project --no-interaction --no-root --compile',
    options: ['--only main'],
  });
});

it('says extras and groups, and makes the lock file anew where it need not be taken as it is', () => {
  const project = { ...target.lock.project, extras: located(['plot', 'web'], 'poetry', 'extras') };
  const version = { value: '2.*', origin: at('poetry', 'version') };
  const lock = { ...target.lock, project, groups: located(['docs'], 'poetry', 'groups'), frozen: false, version };
  expect(poetry.dependencies({ ...target, lock, isMade: true })).toEqual({
    ...common,
    prepare: [
      'python3 -m venv /tmp/poetry',
      "/tmp/poetry/bin/pip install --no-cache-dir --quiet poetry=='2.*'",
      'POETRY_CACHE_DIR=/var/cache/pypoetry /tmp/poetry/bin/poetry lock --directory /tmp/project --no-interaction',
    ],
    command: '/tmp/poetry/bin/poetry install --directory /tmp/project --no-interaction --no-root --compile',
    options: ['--only main,docs', '--extras plot', '--extras web'],
  });
});

it('leaves the project to pip', () => {
  expect(poetry.project).toBeUndefined();
});

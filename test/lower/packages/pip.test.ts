import { expect, it } from 'vitest';
import { pip } from '../../../src/lower/packages/pip.js';

it.each([
  [{ python: 'python3', isImagePython: true }, [], 'pip install'],
  [{ python: 'python3.12', isImagePython: false }, [], 'python3.12 -m pip install'],
  [{ python: 'python3', venv: '/opt/venv', isImagePython: false }, ['python3 -m venv /opt/venv'], '/opt/venv/bin/pip install'],
])('%j', (target, prepare, command) => {
  expect(pip.commands(target)).toEqual({
    prepare,
    command,
    cacheOptions: ['--cache-dir=/root/.cache/pip'],
    noCacheOptions: ['--no-cache-dir'],
    caches: [{ type: 'cache', target: '/root/.cache/pip' }],
    mounts: [],
    environment: [],
  });
});

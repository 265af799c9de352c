import { expect, it } from 'vitest';
import { uv } from '../../../src/lower/packages/uv.js';

it.each([
  [{ python: 'python3', isImagePython: true }, [], '--python "$(command -v python3)"'],
  [{ python: 'python3', venv: '/opt/venv', isImagePython: false }, ['python3 -m venv /opt/venv'], '--python /opt/venv'],
])('%j', (target, prepare, python) => {
  expect(uv.commands(target)).toEqual({
    prepare: [...prepare, 'python3 -m venv /tmp/uv', '/tmp/uv/bin/pip install --no-cache-dir --quiet uv'],
    command: `/tmp/uv/bin/uv pip install ${python} --compile-bytecode`,
    cacheOptions: ['--cache-dir=/root/.cache/uv'],
    noCacheOptions: ['--no-cache'],
    caches: [{ type: 'cache', target: '/root/.cache/uv' }],
    mounts: [{ type: 'tmpfs', target: '/tmp/uv' }],
    environment: [{ name: 'UV_LINK_MODE', value: 'copy' }],
  });
});

import { expect, it } from 'vitest';
import { uv } from '../../../src/lower/packages/uv.js';

const own = { python: 'python3', isImagePython: true, isMade: false };
const venv = { python: 'python3', venv: '/opt/venv', isImagePython: false, isMade: false };

it.each([
  [own, [], 'uv', '--python "$(command -v python3)"'],
  [venv, ['SOURCE_DATE_EPOCH=315532800 python3 -m venv /opt/venv'], 'uv', '--python /opt/venv'],
  [{ ...venv, isMade: true, version: '0.9.26' }, [], 'uv==0.9.26', '--python /opt/venv'],
])('%j', (target, prepare, tool, python) => {
  expect(uv.commands(target)).toEqual({
    prepare: [...prepare, 'python3 -m venv /tmp/uv', `/tmp/uv/bin/pip install --no-cache-dir --quiet ${tool}`],
    command: `/tmp/uv/bin/uv pip install ${python} --compile-bytecode`,
    cacheOptions: ['--cache-dir=/root/.cache/uv'],
    noCacheOptions: ['--cache-dir=/var/tmp/uv'],
    cleanup: ['rm -rf /var/tmp/uv'],
    caches: [{ type: 'cache', target: '/root/.cache/uv' }],
    mounts: [{ type: 'tmpfs', target: '/tmp/uv' }],
    environment: [
      { name: 'UV_LINK_MODE', value: 'copy' },
      { name: 'TMPDIR', value: '/tmp/uv' },
      { name: 'SOURCE_DATE_EPOCH', value: '315532800' },
    ],
  });
});

it('reads what a project depends on by itself', () => {
  expect(uv.dependencies({ file: '/tmp/project/pyproject.toml', extras: ['plot', 'web'], python: '/opt/venv/bin/python' })).toEqual({
    prepare: [],
    options: ['-r /tmp/project/pyproject.toml', '--extra plot', '--extra web'],
    mounts: [],
  });
});

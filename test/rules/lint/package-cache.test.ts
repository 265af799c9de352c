import { expect, it } from 'vitest';
import { packageCache } from '../../../src/rules/lint/package-cache.js';
import { cache } from '../../../src/spec/mounts.js';
import { findings } from '../../support/lint.js';

it('reports what each manager leaves behind', () => {
  expect(
    findings(packageCache, {
      run: [
        'apt-get update && apt-get install -y git',
        'apk add git',
        'dnf -y install git',
        'zypper -n install git',
        'python3 -m pip install numpy',
        'conda install -y numpy',
        'yarn install',
      ],
    }),
  ).toEqual([
    'run[0]: "apt-get" leaves what it has downloaded in the layer',
    'run[1]: "apk" leaves what it has downloaded in the layer',
    'run[2]: "dnf" leaves what it has downloaded in the layer',
    'run[3]: "zypper" leaves what it has downloaded in the layer',
    'run[4]: "pip" leaves what it has downloaded in the layer',
    'run[5]: "conda" leaves what it has downloaded in the layer',
    'run[6]: "yarn" leaves what it has downloaded in the layer',
  ]);
});

it('accepts what is removed in the same script, never written, or kept out by a mount', () => {
  expect(
    findings(packageCache, {
      run: [
        'apt-get update && apt-get install -y git && rm -rf /var/lib/apt/lists/*',
        'apk add --no-cache git',
        'dnf -y install git && dnf clean all',
        'pip install --no-cache-dir numpy',
        'conda install -y numpy && conda clean -ay',
        'pip download numpy',
      ],
    }),
  ).toEqual([]);
  expect(findings(packageCache, { env: { PIP_NO_CACHE_DIR: '1' }, run: ['pip install numpy'] })).toEqual([]);
  expect(findings(packageCache, { run: [{ script: 'pip install numpy', mounts: [cache('/root/.cache/pip')] }], pip: ['numpy'] })).toEqual([]);
});

import { expect, test } from 'vitest';
import { pythonRequests } from '../../src/lower/python-requests.js';

test.each([
  ['numpy', { name: 'numpy' }],
  ['numpy>=1.26', { name: 'numpy', version: '>=1.26' }],
  ['numpy >= 1.26, < 2', { name: 'numpy', version: '>=1.26,<2' }],
  ['numpy==1.26.*', { name: 'numpy', version: '==1.26.*' }],
  ['numpy~=1.26', { name: 'numpy', version: '~=1.26' }],
  ['numpy!=1.26.1', { name: 'numpy', version: '!=1.26.1' }],
  ['torch===2.3+cpu', { name: 'torch', version: '===2.3+cpu' }],
  ['snakemake[reports]', { name: 'snakemake[reports]' }],
  ['snakemake[reports, pep]==8.16', { name: 'snakemake[reports,pep]', version: '==8.16' }],
  ['zope.interface', { name: 'zope-interface' }],
  ['Flask_Login', { name: 'flask-login' }],
  ['tomli; python_version < "3.11"', { name: 'tomli; python_version < "3.11"' }],
  [
    "tomli>=2 ; python_version < '3.11' and sys_platform == 'linux'",
    { name: "tomli; python_version < '3.11' and sys_platform == 'linux'", version: '>=2' },
  ],
  [
    'tool @ https://example.org/tool-1.0-py3-none-any.whl',
    { name: 'tool', version: '@ https://example.org/tool-1.0-py3-none-any.whl'.replace(' ', '') },
  ],
  ['tool @ git+https://example.org/tool.git@v1', { name: 'tool', version: '@git+https://example.org/tool.git@v1' }],
  ['numpy==', { name: 'numpy', version: '==' }],
  ['numpy>=', { name: 'numpy', version: '>=' }],
  ['-e .', undefined],
  ['.', undefined],
  ['./wheels/tool.whl', undefined],
  ['git+https://example.org/tool.git', undefined],
  ['tool @ file:///etc/passwd', undefined],
  ['numpy=1.26', undefined],
  ['numpy 1.26', undefined],
  ['numpy; import os', undefined],
  ['-numpy', undefined],
  ['numpy-', undefined],
])('%s', (text, request) => {
  expect(pythonRequests.parse(text)).toEqual(request);
});

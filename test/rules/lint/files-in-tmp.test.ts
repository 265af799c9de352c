import { expect, it } from 'vitest';
import { filesInTmp } from '../../../src/rules/lint/files-in-tmp.js';
import { findings } from '../../support/lint.js';

it('reports what stays there', () => {
  expect(findings(filesInTmp, { copy: { 'a.sh': '/tmp/', b: '/opt/' }, files: { '/var/tmp/c': 'c' } })).toEqual([
    'copy["a.sh"]: "/tmp" stays in the image',
    'files["/var/tmp/c"]: "/var/tmp/c" stays in the image',
  ]);
});

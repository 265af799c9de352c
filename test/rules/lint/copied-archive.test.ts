import { expect, it } from 'vitest';
import { copiedArchive } from '../../../src/rules/lint/copied-archive.js';
import { findings } from '../../support/lint.js';

it('reports an archive that a script unpacks, and accepts one that stays', () => {
  expect(findings(copiedArchive, { copy: { 'data/tides.tar.gz': '/opt/', 'ebb.tgz': '/opt/' }, run: ['cd /opt && tar xf tides.tar.gz'] })).toEqual([
    'copy["data/tides.tar.gz"]: "data/tides.tar.gz" stays in the image beside what is unpacked of it',
  ]);
});

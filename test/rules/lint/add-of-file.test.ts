import { expect, it } from 'vitest';
import { addOfFile } from '../../../src/rules/lint/add-of-file.js';
import { raw } from '../../../src/spec/steps.js';
import { findings } from '../../support/lint.js';

it('reports files that are no archives', () => {
  expect(findings(addOfFile, { steps: [raw('ADD a.csv b.tar.gz https://example.org/c /d/'), raw('ONBUILD ADD e /e')] })).toEqual([
    'steps[0]: "a.csv" is added, and is no archive',
    'steps[1]: "e" is added, and is no archive',
  ]);
});

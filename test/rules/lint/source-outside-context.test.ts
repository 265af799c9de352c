import { expect, it } from 'vitest';
import { sourceOutsideContext } from '../../../src/rules/lint/source-outside-context.js';
import { raw } from '../../../src/spec/steps.js';
import { findings } from '../../support/lint.js';

it('reports what leads out, not what only looks so', () => {
  expect(findings(sourceOutsideContext, { steps: [raw('COPY ../a ./../b c/../d ..e /srv/')] })).toEqual([
    'steps[0]: "../a" leads out of the build context',
    'steps[0]: "./../b" leads out of the build context',
  ]);
});

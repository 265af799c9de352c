import { expect, it } from 'vitest';
import { maintainer } from '../../../src/rules/lint/maintainer.js';
import { findings, hints } from '../../support/lint.js';

it('reports MAINTAINER in whatever case, and says the label', () => {
  const definition = { raw: ['Maintainer "Ada Byron"'] };
  expect(findings(maintainer, definition)).toEqual(['raw[0]: MAINTAINER is deprecated']);
  expect(hints(maintainer, definition)).toEqual(["write labels: { maintainer: 'Ada Byron' }"]);
});

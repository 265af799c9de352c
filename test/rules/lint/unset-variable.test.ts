import { expect, it } from 'vitest';
import { unsetVariable } from '../../../src/rules/lint/unset-variable.js';
import { expand } from '../../../src/spec/values.js';
import { findings } from '../../support/lint.js';

const said = (place: string, name: string) => `${place}: nothing can set "${name}", so that its default is all that it can be`;

it('reports variables with a default that nothing sets, in the text of files as well', () => {
  const definition = { labels: { tide: expand('${TIDE:-ebb}${FLOOD+high}') }, files: { '/motd': { content: '${LEVEL-low}\n', expand: true } } };
  expect([...findings(unsetVariable, definition)].sort()).toEqual([
    said('files["/motd"]', 'LEVEL'),
    said('labels.tide', 'FLOOD'),
    said('labels.tide', 'TIDE'),
  ]);
});

it('accepts what is declared, and says nothing where the base may set it', () => {
  expect(findings(unsetVariable, { args: { TIDE: null }, labels: { tide: expand('${TIDE:-ebb}') } })).toEqual([]);
  expect(findings(unsetVariable, { base: 'python:3.12-slim', labels: { tide: expand('${TIDE:-ebb}') } })).toEqual([]);
});
